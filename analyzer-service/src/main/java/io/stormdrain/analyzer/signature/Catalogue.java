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
    this.app = new Group(signatures, Origin.APP);
    this.platform = new Group(signatures, Origin.PLATFORM);
    this.all = new Group(signatures, Origin.UNKNOWN);
  }

  /** In the order in which they were read. */
  public List<Signature> signatures() {
    return signatures;
  }

  /** The same signatures for another thread. */
  public Catalogue copy() {
    return new Catalogue(signatures);
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
    private final List<Signature> signatures;
    private final Scanner scanner;
    private final Hits hits;

    Group(List<Signature> all, Origin origin) {
      signatures = all.stream().filter(s -> s.scope().covers(origin)).toList();
      scanner = new Scanner(signatures);
      hits = new Hits(signatures.size());
    }

    List<Match> match(LogLine line) {
      byte[] text = line.text();
      scanner.scan(text, 0, Math.min(text.length, LinePattern.MAX_LENGTH), hits);
      if (hits.isEmpty()) {
        return List.of();
      }
      List<Match> matches = new ArrayList<>(2);
      for (int i = hits.next(0); i >= 0; i = hits.next(i + 1)) {
        Map<String, Object> captures = signatures.get(i).match(line);
        if (captures != null) {
          matches.add(new Match(signatures.get(i), captures));
        }
      }
      hits.clear();
      return matches;
    }
  }
}
