package io.stormdrain.notifier.api;

import io.stormdrain.notifier.line.LogLine;
import io.stormdrain.notifier.line.LogLines;
import io.stormdrain.notifier.line.Looked;
import io.stormdrain.notifier.line.Search;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Looks for lines of an app in what Kafka still has. */
@Singleton
public class LineSearch {

  private static final Duration USUAL = Duration.ofMinutes(15);
  private static final int LONGEST_TEXT = 200;

  private final Directory directory;
  private final LogLines lines;
  private final InstantSource clock;

  LineSearch(Directory directory, LogLines lines, InstantSource clock) {
    this.directory = directory;
    this.lines = lines;
    this.clock = clock;
  }

  /**
   * What somebody looks for, as they said it.
   *
   * @param environment null for the first app of that name
   * @param from null for 15 minutes ago
   * @param until null for now
   * @param text null for all lines
   * @param cursor where an earlier search stopped; null to begin with {@code from}
   */
  public record Asked(
      String app,
      @Nullable String environment,
      @Nullable String from,
      @Nullable String until,
      @Nullable String text,
      @Nullable String cursor) {}

  /** Reads what was asked; nothing is looked for yet. */
  public Search read(Asked asked, int most) {
    Instant now = clock.instant();
    String text = asked.text() == null ? "" : asked.text();
    if (text.length() > LONGEST_TEXT) {
      throw ProblemException.badRequest(
          "text has %d characters".formatted(text.length()), "at most " + LONGEST_TEXT);
    }
    Instant from = When.of("from", asked.from(), now, USUAL);
    // A line may be a little ahead of our clock.
    Instant until = When.of("until", asked.until(), now, Duration.ofMinutes(-5));
    if (!from.isBefore(until)) {
      throw ProblemException.badRequest(
          "from " + from + " is not before until " + until, "a time to look through");
    }
    return new Search(
        directory.find(asked.app(), asked.environment()).source(),
        from,
        until,
        text,
        most,
        Paging.cursor(asked.cursor()));
  }

  /** Looks; the sink says whether to go on. */
  public Looked look(Search search, Predicate<LogLine> sink) {
    return lines.search(search, sink);
  }
}
