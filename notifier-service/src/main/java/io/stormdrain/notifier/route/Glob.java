package io.stormdrain.notifier.route;

/**
 * Text in which {@code *} stands for any text; with {@code !} before it, all but that.
 *
 * @param not whether what matches is what is not wanted
 */
record Glob(String text, boolean not) {

  /** Reads one as it is written. */
  static Glob of(String written) {
    return written.startsWith("!")
        ? new Glob(written.substring(1), true)
        : new Glob(written, false);
  }

  /**
   * Whether the text, with its stars, is like the value. In linear time, backing up to one star.
   */
  boolean isLike(String value) {
    int at = 0;
    int in = 0;
    int star = -1;
    int mark = 0;
    while (in < value.length()) {
      if (at < text.length() && text.charAt(at) == '*') {
        star = at++;
        mark = in;
      } else if (at < text.length() && text.charAt(at) == value.charAt(in)) {
        at++;
        in++;
      } else if (star >= 0) {
        at = star + 1;
        in = ++mark;
      } else {
        return false;
      }
    }
    while (at < text.length() && text.charAt(at) == '*') {
      at++;
    }
    return at == text.length();
  }
}
