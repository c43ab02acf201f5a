package io.stormdrain.notifier.report;

import io.stormdrain.notifier.message.LogText;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text as Markdown, in which nothing of a stranger's is more than text. */
final class Markdown {

  private static final Pattern TICKS = Pattern.compile("`+");
  private static final Pattern MEANS_SOMETHING = Pattern.compile("[\\\\`*_{}\\[\\]<>#|~!&]");
  private static final int FENCE = 3;

  private final StringBuilder text = new StringBuilder();

  /** What is only text. */
  static String plain(String said) {
    return MEANS_SOMETHING.matcher(LogText.line(said)).replaceAll("\\\\$0");
  }

  /** What is typed or was logged, inside a line. */
  static String code(String said) {
    String line = LogText.line(said);
    String ticks = "`".repeat(longest(line, 0) + 1);
    String space = line.startsWith("`") || line.endsWith("`") ? " " : "";
    return ticks + space + line + space + ticks;
  }

  Markdown heading(int level, String said) {
    return line("#".repeat(level) + " " + said).line("");
  }

  Markdown line(String markdown) {
    text.append(markdown).append('\n');
    return this;
  }

  Markdown paragraph(String markdown) {
    return line(markdown).line("");
  }

  /** Lines as they are. */
  Markdown block(List<String> lines) {
    String fence =
        "`"
            .repeat(
                Math.max(
                    FENCE,
                    lines.stream()
                        .mapToInt(line -> longest(line, FENCE - 1) + 1)
                        .max()
                        .orElse(FENCE)));
    line(fence);
    lines.forEach(line -> line(LogText.line(line)));
    return line(fence).line("");
  }

  private static int longest(String line, int least) {
    Matcher ticks = TICKS.matcher(line);
    int longest = least;
    while (ticks.find()) {
      longest = Math.max(longest, ticks.group().length());
    }
    return longest;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
