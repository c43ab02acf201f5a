package io.stormdrain.ingest.redact;

/** How often characters stand in logs, roughly: the fewer probes look twice, the better. */
final class Commonness {
  private static final String LETTERS = "etaoinsrhldcumfpgwybvkxjqz";
  private static final String SEPARATORS = " -_./:=\"";
  private static final int OF_DIGIT = 14;
  private static final int OF_SEPARATOR = 18;

  /** What healthy lines are full of: a window that stands in it is looked at again and again. */
  private static final String USUAL =
      "at=info method=get path=\"/api/ host= request_id= fwd=\" dyno=web.1 connect= service= status=200"
          + " bytes= protocol=https sample#memory_total= sample#load_avg_1m= state changed from starting"
          + " process worker completed started user order item password - limit error warning";

  private static final int OF_USUAL = 100;

  private Commonness() {}

  /** Offset of the rarest two successive windows of three bytes in an anchor. */
  static int rarestPair(Anchor anchor) {
    int rarest = 0;
    int least = Integer.MAX_VALUE;
    for (int offset = 0; offset + Anchor.SHORTEST <= anchor.length(); offset++) {
      int commonness = 0;
      for (int i = 0; i < Anchor.SHORTEST; i++) {
        commonness += of(anchor.place(offset + i));
      }
      commonness += ofWindow(anchor, offset) + ofWindow(anchor, offset + 1);
      if (commonness < least) {
        least = commonness;
        rarest = offset;
      }
    }
    return rarest;
  }

  /** Does a window of three bytes stand in what is usual? */
  private static int ofWindow(Anchor anchor, int offset) {
    for (int i = 0; i + 3 <= USUAL.length(); i++) {
      if (anchor.place(offset).has((byte) USUAL.charAt(i))
          && anchor.place(offset + 1).has((byte) USUAL.charAt(i + 1))
          && anchor.place(offset + 2).has((byte) USUAL.charAt(i + 2))) {
        return OF_USUAL;
      }
    }
    return 0;
  }

  private static int of(Chars chars) {
    int sum = 0;
    for (int b = 0; b < 128; b++) {
      sum += chars.has((byte) b) && !Character.isUpperCase(b) ? of((char) b) : 0;
    }
    // A capital without its small letter.
    return sum == 0 ? of('m') : sum;
  }

  private static int of(char c) {
    int letter = LETTERS.indexOf(c);
    if (letter >= 0) {
      return LETTERS.length() - letter;
    }
    if (SEPARATORS.indexOf(c) >= 0) {
      return OF_SEPARATOR;
    }
    return c >= '0' && c <= '9' ? OF_DIGIT : 2;
  }
}
