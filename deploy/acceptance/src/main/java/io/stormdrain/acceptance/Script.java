package io.stormdrain.acceptance;

import io.stormdrain.local.transcript.Origin;
import io.stormdrain.local.transcript.TranscriptLine;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lines of a story, in steps. A line is {@code OFFSET SPEAKER[PROCESS]: MESSAGE}, as {@code
 * 1m30s heroku[web.1]: Process exited with status 1}; an empty line begins the next step.
 */
final class Script {

  private static final Pattern LINE =
      Pattern.compile(
          "(?<offset>[0-9hms.]+) (?<speaker>app|heroku)\\[(?<process>[^]]+)]:(?: (?<text>.*))?");

  private static final Pattern PART = Pattern.compile("([0-9.]+)([hms])");

  record Line(Duration offset, Origin origin, String process, String text) {
    TranscriptLine at(int number, Instant base) {
      return new TranscriptLine(number, base.plus(offset), origin, process, text);
    }
  }

  private final List<List<Line>> steps = new ArrayList<>();

  static Script of(String text) {
    Script script = new Script();
    for (String step : text.strip().split("\n\\s*\n", -1)) {
      List<Line> lines = new ArrayList<>();
      step.lines().map(String::stripLeading).forEach(line -> lines.add(line(line)));
      script.steps.add(lines);
    }
    return script;
  }

  List<List<Line>> steps() {
    return steps;
  }

  Duration length() {
    return steps.getLast().getLast().offset();
  }

  private static Line line(String text) {
    Matcher line = LINE.matcher(text);
    if (!line.matches()) {
      throw new IllegalArgumentException("not a line of a script: " + text);
    }
    String process = line.group("process");
    boolean platform = line.group("speaker").equals("heroku") || process.equals("api");
    return new Line(
        offset(line.group("offset")),
        platform ? Origin.PLATFORM : Origin.APP,
        process,
        line.group("text") == null ? "" : line.group("text"));
  }

  private static Duration offset(String text) {
    Matcher part = PART.matcher(text);
    Duration offset = Duration.ZERO;
    while (part.find()) {
      long millis = Math.round(Double.parseDouble(part.group(1)) * 1_000);
      offset =
          offset.plusMillis(
              switch (part.group(2)) {
                case "h" -> millis * 3_600;
                case "m" -> millis * 60;
                default -> millis;
              });
    }
    return offset;
  }
}
