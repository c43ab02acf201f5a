package io.stormdrain.analyzer.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.stormdrain.analyzer.line.LogLine;
import io.stormdrain.analyzer.line.Origin;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Text to be held against the signatures. */
public record Trial(
    @Schema(description = "Lines of a log, without what a platform puts in front", required = true)
        @Nullable String text,
    @Schema(description = "heroku, railway, render or another; any where it is left out")
        @Nullable String platform,
    @Schema(description = "app or platform: whose words they are; both where it is left out")
        @Nullable String origin,
    @Schema(description = "The process that wrote them", examples = "web.1")
        @Nullable String process) {

  private static final int LONGEST = 64 * 1024;
  private static final int MOST_LINES = 500;

  /** Fast enough to keep stack traces together. */
  private static final long BETWEEN_NANOS = 500_000_000L;

  /** The lines, numbered from 1. */
  List<LogLine> lines() {
    if (text == null || text.isEmpty() || text.length() > LONGEST) {
      throw ProblemException.badRequest(
          "text has %d characters".formatted(text == null ? 0 : text.length()),
          "text of 1 to " + LONGEST + " characters");
    }
    List<String> lines = text.lines().toList();
    if (lines.size() > MOST_LINES) {
      throw ProblemException.badRequest(
          "text has " + lines.size() + " lines", "at most " + MOST_LINES);
    }
    Origin of = parsedOrigin();
    return IntStream.range(0, lines.size()).mapToObj(i -> line(of, i + 1, lines.get(i))).toList();
  }

  private LogLine line(Origin of, long number, String line) {
    return new LogLine(
        "trial",
        "trial",
        platform == null ? LogLine.UNKNOWN_PLATFORM : platform,
        null,
        of,
        process,
        null,
        number * BETWEEN_NANOS,
        0,
        number,
        null,
        line.getBytes(UTF_8));
  }

  private Origin parsedOrigin() {
    try {
      return origin == null ? Origin.UNKNOWN : Origin.valueOf(origin.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw ProblemException.badRequest("origin is " + origin, "app or platform");
    }
  }
}
