package io.stormdrain.bench.scanner;

import io.stormdrain.analyzer.signature.Hits;
import io.stormdrain.analyzer.signature.Scanner;
import io.stormdrain.analyzer.signature.Signature;
import java.util.List;

/** A way to find the signatures that a line may belong to. */
interface Contestant {

  /** Scans one line; says how many it found. */
  int scan(ScannerText text, int line);

  /** Ours. */
  static Contestant scanner(List<Signature> signatures) {
    Scanner scanner = new Scanner(signatures);
    Hits hits = scanner.hits();
    return (text, line) -> {
      byte[] bytes = text.lines()[line];
      scanner.scan(bytes, 0, bytes.length, hits);
      if (hits.isEmpty()) {
        return 0;
      }
      int found = 0;
      for (int hit = hits.next(0); hit >= 0; hit = hits.next(hit + 1)) {
        found++;
      }
      hits.clear();
      return found;
    };
  }

  /** A search for each literal after the other. */
  static Contestant contains(List<Signature> signatures) {
    String[] literals =
        signatures.stream().flatMap(s -> s.literals().stream()).toArray(String[]::new);
    return (text, line) -> {
      String string = text.strings()[line];
      int found = 0;
      for (String literal : literals) {
        if (string.contains(literal)) {
          found++;
        }
      }
      return found;
    };
  }
}
