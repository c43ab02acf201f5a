package io.stormdrain.analyzer.signature;

import io.stormdrain.analyzer.line.LogLine;
import io.stormdrain.analyzer.line.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

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

    /** Those that are asked only where nobody else knows the line. */
    private final List<Integer> unknown;

    Group(List<Signature> all, Origin origin) {
      signatures = all.stream().filter(s -> s.scope().covers(origin)).toList();
      scanner = new Scanner(signatures);
      hits = new Hits(signatures.size());
      unknown =
          IntStream.range(0, signatures.size())
              .filter(i -> signatures.get(i).isUnknown())
              .boxed()
              .toList();
    }

    List<Match> match(LogLine line) {
      byte[] text = line.text();
      scanner.scan(text, 0, Math.min(text.length, LinePattern.MAX_LENGTH), hits);
      if (hits.isEmpty()) {
        return List.of();
      }
      List<Match> matches = new ArrayList<>(2);
      for (int i = hits.next(0); i >= 0; i = hits.next(i + 1)) {
        if (!signatures.get(i).isUnknown()) {
          add(signatures.get(i), line, matches);
        }
      }
      if (matches.isEmpty()) {
        unknown.stream().filter(hits::has).forEach(i -> add(signatures.get(i), line, matches));
      }
      hits.clear();
      return matches;
    }

    private static void add(Signature signature, LogLine line, List<Match> matches) {
      Map<String, Object> captures = signature.match(line);
      if (captures != null) {
        matches.add(new Match(signature, captures));
      }
    }
  }
}
