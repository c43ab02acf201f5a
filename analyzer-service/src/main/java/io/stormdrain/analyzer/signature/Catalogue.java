package io.stormdrain.analyzer.signature;

import io.stormdrain.analyzer.line.LogLine;
import io.stormdrain.analyzer.line.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** All signatures, ready to be held against lines. One instance serves one thread. */
public final class Catalogue {

  /** A signature that recognised a line, and what it read from it. */
  public record Match(Signature signature, Map<String, Object> captures) {}

  private final List<Signature> signatures;
  private final Group app;
  private final Group platform;
  private final Group all;

  Catalogue(List<Signature> signatures) {
    this.signatures = List.copyOf(signatures);
    this.app = Group.of(signatures, Origin.APP);
    this.platform = Group.of(signatures, Origin.PLATFORM);
    this.all = Group.of(signatures, Origin.UNKNOWN);
  }

  /** In the order in which they were read. */
  public List<Signature> signatures() {
    return signatures;
  }

  private Catalogue(Catalogue other) {
    this.signatures = other.signatures;
    this.app = new Group(other.app.scanner);
    this.platform = new Group(other.platform.scanner);
    this.all = new Group(other.all.scanner);
  }

  /** The same signatures for another thread. */
  public Catalogue copy() {
    return new Catalogue(this);
  }

  /**
   * Who recognises the line. The empty list, by far the most frequent answer, costs nothing but the
   * scan.
   */
  public List<Match> match(LogLine line) {
    return switch (line.origin()) {
      case APP -> app.match(line);
      case PLATFORM -> platform.match(line);
      case UNKNOWN -> all.match(line);
    };
  }

  /** What one origin's lines are scanned for. */
  private static final class Group {
    private final Scanner scanner;
    private final Hits hits;

    Group(Scanner scanner) {
      this.scanner = scanner;
      this.hits = scanner.hits();
    }

    static Group of(List<Signature> all, Origin origin) {
      return new Group(new Scanner(all.stream().filter(s -> s.scope().covers(origin)).toList()));
    }

    List<Match> match(LogLine line) {
      byte[] text = line.text();
      scanner.scan(text, 0, Math.min(text.length, LinePattern.MAX_LENGTH), hits);
      if (hits.isEmpty()) {
        return List.of();
      }
      LineText seen = new LineText(text);
      List<Match> matches = match(line, seen, false);
      if (matches.isEmpty()) {
        matches = match(line, seen, true);
      }
      hits.clear();
      return matches;
    }

    /**
     * Of each signature the first pattern that matches counts.
     *
     * @param unknown whether those are asked that speak only where nobody else knows the line, or
     *     the others
     */
    private List<Match> match(LogLine line, LineText text, boolean unknown) {
      List<Match> matches = List.of();
      String decided = "";
      for (int i = hits.next(0); i >= 0; i = hits.next(i + 1)) {
        Candidate candidate = scanner.candidate(i);
        Signature signature = candidate.signature();
        if (signature.id().equals(decided) || signature.isUnknown() != unknown) {
          continue;
        }
        if (!signature.scope().covers(line)) {
          decided = signature.id();
          continue;
        }
        Map<String, Object> read = candidate.read(text);
        if (read != null) {
          decided = signature.id();
          Map<String, Object> captures = signature.captures(read, text);
          matches = captures == null ? matches : with(new Match(signature, captures), matches);
        }
      }
      return matches;
    }

    private static List<Match> with(Match match, List<Match> matches) {
      List<Match> more = matches.isEmpty() ? new ArrayList<>(2) : matches;
      more.add(match);
      return more;
    }
  }
}
