package io.stormdrain.analyzer.line;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One message of one process at one time, as read from {@code log-lines} or from a file.
 *
 * @param source identity of the app that wrote it, the key of its story
 * @param app the app as its owner calls it
 * @param platform {@code heroku}, {@code railway}, ...
 * @param team to whom the app belongs; null when nobody says so
 * @param origin the app's own words, or its platform's
 * @param process {@code web.1}, {@code router}, ...; null when the sender names none
 * @param release release or deployment that wrote it, when the sender names it
 * @param time nanoseconds since 1970 UTC
 * @param partition partition of {@code log-lines}, 0 for a file
 * @param offset position in the partition; line number, counted from 1, for a file
 * @param traceparent W3C trace context of the request that brought it, if it was traced
 * @param text the message's bytes, UTF-8; read only
 */
public record LogLine(
    String source,
    String app,
    String platform,
    @Nullable String environment,
    @Nullable String team,
    Origin origin,
    @Nullable String process,
    @Nullable String release,
    long time,
    int partition,
    long offset,
    @Nullable String traceparent,
    byte[] text) {

  /** The platform of pasted text that does not say where it is from. */
  public static final String UNKNOWN_PLATFORM = "unknown";

  public LogLine {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(text, "text");
  }

  /** Of an app of which nobody says to whom it belongs. */
  public LogLine(
      String source,
      String app,
      String platform,
      @Nullable String environment,
      Origin origin,
      @Nullable String process,
      @Nullable String release,
      long time,
      int partition,
      long offset,
      @Nullable String traceparent,
      byte[] text) {
    this(
        source,
        app,
        platform,
        environment,
        null,
        origin,
        process,
        release,
        time,
        partition,
        offset,
        traceparent,
        text);
  }

  /** The process's type: {@code web} of {@code web.1}; the whole name where it has no number. */
  public static String processType(String process) {
    int dot = process.indexOf('.');
    return dot < 0 ? process : process.substring(0, dot);
  }

  /** The same line with other bytes, as when colour codes were taken out. */
  public LogLine withText(byte[] cleaned) {
    return new LogLine(
        source,
        app,
        platform,
        environment,
        team,
        origin,
        process,
        release,
        time,
        partition,
        offset,
        traceparent,
        cleaned);
  }
}
