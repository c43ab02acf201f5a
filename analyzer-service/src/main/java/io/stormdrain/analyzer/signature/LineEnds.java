package io.stormdrain.analyzer.signature;

import java.util.List;

/** The few literals that stand at lines' ends: each is compared with the last four bytes. */
final class LineEnds {

  private final Literal[] literals;
  private final int[] lastFour;

  LineEnds(List<Literal> literals) {
    this.literals = literals.toArray(Literal[]::new);
    this.lastFour =
        literals.stream().mapToInt(l -> Scanner.window(l.bytes(), l.length() - 4)).toArray();
  }

  void find(byte[] text, int from, int to, Hits hits) {
    if (to - from < Scanner.SHORTEST) {
      return;
    }
    int end = Scanner.window(text, to - 4);
    for (int i = 0; i < lastFour.length; i++) {
      if (lastFour[i] == end
          && to - from >= literals[i].length()
          && literals[i].isAt(text, to - literals[i].length())) {
        hits.add(literals[i].candidates());
      }
    }
  }
}
