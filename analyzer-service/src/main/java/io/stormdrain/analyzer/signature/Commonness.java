package io.stormdrain.analyzer.signature;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.HashSet;
import java.util.Set;
import java.util.function.IntUnaryOperator;

/**
 * Which part of a literal is least like ordinary log text, so that probes seldom find it by chance.
 * A rough measure is enough: what letters follow each other in English, in paths and in numbers.
 */
final class Commonness {

  /** The letter pairs that make up about a third of English and of log text, folded. */
  private static final String COMMON_PAIRS =
      "th he in er an re on at en nd ti es or te of ed is it al ar st to nt ng se ha as ou io le ve co me de hi ri ro ic ne ea ra ce"
          + " li ch ll be ma si om ur tt ht tp :/ // .c ap pp eb we ss rr ec ";

  /** Words that healthy lines are made of: their parts are found in every second line. */
  private static final String COMMON_WORDS =
      " status service server request response error errors failed failure process processed loaded"
          + " loading started starting default local queue queued timeout memory cache user users"
          + " path method level info debug message completed session example host https http/1.1"
          + " duration elapsed database select from where limit order insert update count version"
          + " client connect connection application content length accept json html text image"
          + " type name value result success ready running build building install package module"
          + " modules node require file files line format token protocol remote address port body"
          + " trace span retry retries attempt finished created updated deleted worker task job"
          + " jobs event events account customer payment invoice number string object null true"
          + " false found mozilla windows chrome safari webhook email report records source sample"
          + " router dyno bytes fwd= .000z    ---- ==== .... ";

  /** Chosen only where a literal has nothing else. */
  private static final long OF_A_WORD = 40;

  private static final Set<Integer> PARTS = parts(COMMON_WORDS.getBytes(US_ASCII));

  private Commonness() {}

  private static Set<Integer> parts(byte[] words) {
    Set<Integer> parts = new HashSet<>();
    for (int i = 0; i + 4 <= words.length; i++) {
      parts.add(window(words, i));
    }
    return parts;
  }

  /** Four letters, folded. */
  private static int window(byte[] text, int at) {
    return fold(text[at]) << 24
        | fold(text[at + 1]) << 16
        | fold(text[at + 2]) << 8
        | fold(text[at + 3]);
  }

  /**
   * Where the run of {@code windows} four-byte windows begins that is the rarest in the literal.
   *
   * @param crowd how many other literals have to do with a window, from 1
   */
  static int rarestRun(byte[] literal, int windows, IntUnaryOperator crowd) {
    int best = 0;
    long bestCost = Long.MAX_VALUE;
    for (int first = 0; first + windows + 3 <= literal.length; first++) {
      long cost = 0;
      for (int i = first; i < first + windows; i++) {
        cost += cost(literal, i) * crowd.applyAsInt(Scanner.window(literal, i));
      }
      if (cost < bestCost) {
        bestCost = cost;
        best = first;
      }
    }
    return best;
  }

  private static long cost(byte[] literal, int at) {
    long cost = PARTS.contains(window(literal, at)) ? OF_A_WORD : 1;
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
