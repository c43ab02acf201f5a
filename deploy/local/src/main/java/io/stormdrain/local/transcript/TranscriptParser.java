package io.stormdrain.local.transcript;

import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads lines such as {@code 2026-03-01T10:00:00.123456+00:00 app[web.1]: message}. Every line is
 * readable: what has no such prefix is a line of the app, of an unknown process.
 */
public final class TranscriptParser {

  /** Colours, which {@code heroku logs} puts around the prefix on a terminal. */
  private static final String COLOUR = "(?:\u001b\\[[0-9;]{0,16}m)*+";

  private static final String TIME =
      "(?<time>\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(?:[.]\\d{1,9})?+(?:Z|[+-]\\d\\d:?+\\d\\d)?+)";

  private static final Pattern WITH_TIME =
      Pattern.compile(
          COLOUR
              + TIME
              + " "
              + COLOUR
              + "(?<source>[\\w.-]{1,64}+)\\[(?<process>[^\\]\\s]{1,128}+)\\]:"
              + COLOUR
              + " ?+(?<message>.*+)",
          Pattern.DOTALL);

  /**
   * Without its time only a line of the two well-known sources is told from {@code sshd[12]: x}.
   */
  private static final Pattern WITHOUT_TIME =
      Pattern.compile(
          "(?<source>app|heroku)\\[(?<process>[^\\]\\s]{1,128}+)\\]: ?+(?<message>.*+)",
          Pattern.DOTALL);

  private static final Pattern TIME_ALONE = Pattern.compile(TIME + "\\s.*+", Pattern.DOTALL);

  private TranscriptParser() {}

  /**
   * Reads one line.
   *
   * @param number of the line, from 1
   * @param text the line without its end
   */
  public static TranscriptLine parse(int number, String text) {
    Matcher line = WITH_TIME.matcher(text);
    if (line.matches()) {
      return line(number, Times.of(line.group("time")), line);
    }
    Matcher untimed = WITHOUT_TIME.matcher(text);
    if (untimed.matches()) {
      return line(number, null, untimed);
    }
    Matcher timed = TIME_ALONE.matcher(text);
    Instant time = timed.matches() ? Times.of(timed.group("time")) : null;
    return new TranscriptLine(number, time, Origin.APP, null, text);
  }

  private static TranscriptLine line(int number, @Nullable Instant time, Matcher parts) {
    String process = parts.group("process");
    Origin origin = Sources.origin(parts.group("source"), process);
    return new TranscriptLine(
        number, time, origin, process.equals("-") ? null : process, parts.group("message"));
  }
}
