package io.stormdrain.local.transcript;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What builders, forwarders and people put in front of somebody else's words: {@code remote: },
 * {@code #12 3.456 }, {@code => => # }, quotes. Taken off until none is left.
 */
final class Gutter {

  private static final int MAX_LAYERS = 4;

  private static final List<Pattern> LAYERS =
      List.of(
          // git push to a platform
          Pattern.compile("\\s{0,8}+remote:(?: |$)"),
          // BuildKit, plain: #12 3.456 text
          Pattern.compile("#\\d{1,4}+ (?:\\d{1,5}+\\.\\d{1,3}+ )?+"),
          // BuildKit, on a terminal
          Pattern.compile(" {0,2}+=> => # ?+"),
          // BuildKit's excerpt of a failed step
          Pattern.compile("\\d{1,4}+\\.\\d{3} "),
          // concurrently: [0] text
          Pattern.compile("\\[\\d{1,2}+\\] "));

  /** Colour codes that have lost their escape on the way. */
  private static final Pattern LOST_COLOUR =
      Pattern.compile("\\[(?:0|1|2|3|4|7|9|22|39|3[0-7]|9[0-7])(?:;\\d{1,3}+){0,4}+m");

  private Gutter() {}

  static String without(String text) {
    String rest = unquoted(text);
    for (int layer = 0; layer < MAX_LAYERS; layer++) {
      int end = end(rest);
      if (end == 0) {
        break;
      }
      rest = rest.substring(end);
    }
    return rest.indexOf('[') >= 0 && rest.indexOf('m') >= 0
        ? LOST_COLOUR.matcher(rest).replaceAll("")
        : rest;
  }

  private static int end(String text) {
    for (Pattern pattern : LAYERS) {
      Matcher matcher = pattern.matcher(text);
      if (matcher.lookingAt() && matcher.end() > 0) {
        return matcher.end();
      }
    }
    return 0;
  }

  /** One space in front, or quotes around: somebody's hand. Deeper indents are the log's own. */
  private static String unquoted(String text) {
    int from = text.startsWith(" ") && text.length() > 1 && text.charAt(1) > ' ' ? 1 : 0;
    int to = text.length();
    boolean quoted = to - from > 2 && text.charAt(from) == '"' && text.charAt(to - 1) == '"';
    if (quoted && text.indexOf('"', from + 1) == to - 1) {
      return text.substring(from + 1, to - 1);
    }
    return text.substring(from);
  }
}
