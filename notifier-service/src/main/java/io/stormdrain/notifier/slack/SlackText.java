package io.stormdrain.notifier.slack;

import io.stormdrain.notifier.message.InWords;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * Text as Slack wants it: of all characters only {@code &}, {@code <} and {@code >} are written as
 * entities. Limits count the escaped form, and nothing is cut inside an entity or a character.
 */
final class SlackText {

  private static final String CUT = "…";
  private static final Pattern MARKUP = Pattern.compile("<(?=[!@#]|https?:|mailto:|slack:)");

  private SlackText() {}

  /** Escapes for mrkdwn and plain_text. */
  static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /** Escapes as much of it as fits into so many characters. */
  static String escape(String text, int most) {
    StringBuilder out = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      int point = text.codePointAt(at);
      String next = escape(Character.toString(point));
      at += Character.charCount(point);
      int reserve = at < text.length() ? CUT.length() : 0;
      if (out.length() + next.length() + reserve > most) {
        return out.append(CUT).toString();
      }
      out.append(next);
    }
    return out.toString();
  }

  /**
   * Text of rich_text elements, which is shown as it stands. The brackets of mentions and links are
   * replaced all the same: a log line must never call people, whoever may come to parse it.
   */
  static String literal(String text) {
    return MARKUP.matcher(text).replaceAll("‹");
  }

  /** A time that every reader sees in their own zone. */
  static String time(Instant at) {
    return "<!date^%d^{date_short_pretty} {time_secs}|%s>"
        .formatted(at.getEpochSecond(), InWords.time(at));
  }

  /** The same without the day. */
  static String clock(Instant at) {
    return "<!date^%d^{time_secs}|%s UTC>".formatted(at.getEpochSecond(), InWords.clock(at));
  }
}
