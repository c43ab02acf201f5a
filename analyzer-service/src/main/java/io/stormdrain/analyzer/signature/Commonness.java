package io.stormdrain.analyzer.signature;

/**
 * Which part of a literal is least like ordinary log text, so that probes seldom find it by chance.
 * A rough measure is enough: what letters follow each other in English, in paths and in numbers.
 */
final class Commonness {

  /** The letter pairs that make up about a third of English and of log text, folded. */
  private static final String COMMON_PAIRS =
      "th he in er an re on at en nd ti es or te of ed is it al ar st to nt ng se ha as ou io le ve co me de hi ri ro ic ne ea ra ce"
          + " li ch ll be ma si om ur tt ht tp :/ // .c ap pp eb we ss rr ec ";

  private Commonness() {}

  /**
   * Where the run of {@code windows} four-byte windows begins that is the rarest in the literal.
   */
  static int rarestRun(byte[] literal, int windows) {
    int best = 0;
    long bestCost = Long.MAX_VALUE;
    for (int first = 0; first + windows + 3 <= literal.length; first++) {
      long cost = 0;
      for (int i = first; i < first + windows; i++) {
        cost += cost(literal, i);
      }
      if (cost < bestCost) {
        bestCost = cost;
        best = first;
      }
    }
    return best;
  }

  private static long cost(byte[] literal, int at) {
    long cost = 1;
    for (int i = at; i < at + 3; i++) {
      cost *= pairCost(fold(literal[i]), fold(literal[i + 1]));
    }
    return cost;
  }

  private static int pairCost(int a, int b) {
    if (a == ' ' || b == ' ' || digit(a) || digit(b)) {
      return 6;
    }
    return COMMON_PAIRS.contains("" + (char) a + (char) b) ? 8 : 2;
  }

  private static boolean digit(int c) {
    return c >= '0' && c <= '9';
  }

  private static int fold(byte b) {
    return b >= 'A' && b <= 'Z' ? b + 0x20 : b & 0xff;
  }
}
