package io.stormdrain.ingest.line;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.stormdrain.ingest.logplex.LogplexLines;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Makes records of what Heroku's senders say. */
public final class HerokuLines implements Lines {
  private static final int LONGEST_TIME = 64;

  private final LogplexLines lines;
  private final byte[] body;
  private final HerokuSpeakers speakers;
  private final @Nullable FrameId frame;
  private final @Nullable Trace trace;
  private final long received;

  /**
   * For one request.
   *
   * @param body which {@code lines} reads
   * @param received milliseconds since 1970 UTC
   */
  public HerokuLines(
      LogplexLines lines,
      byte[] body,
      HerokuSpeakers speakers,
      @Nullable FrameId frame,
      @Nullable Trace trace,
      long received) {
    this.lines = lines;
    this.body = body;
    this.speakers = speakers;
    this.frame = frame;
    this.trace = trace;
    this.received = received;
  }

  @Override
  public @Nullable LogLine next() {
    if (!lines.next()) {
      return null;
    }
    long micros = lines.isRaw() ? LogplexLines.UNREADABLE_TIME : lines.micros();
    long millis = Math.floorDiv(micros, 1000L);
    boolean readable = micros != LogplexLines.UNREADABLE_TIME;
    LineTime time = readable ? LineTime.of(millis, received) : LineTime.UNREADABLE;
    boolean own = time == LineTime.OWN;
    Headers shared = lines.isRaw() ? speakers.raw() : speaker();
    LogLine line = new LogLine(own ? millis : received, speakers.key(), lines.value(), shared);
    describe(line.headers(), !own);
    return line;
  }

  private Headers speaker() {
    return speakers.of(body, lines.appFrom(), lines.appTo(), lines.processTo(), lines.priority());
  }

  private void describe(Headers headers, boolean inferred) {
    if (frame != null) {
      headers.add(frame.header(lines.index()));
    }
    int flags =
        LineFlag.TRUNCATED.bitIf(lines.isTruncated())
            | LineFlag.TIME_INFERRED.bitIf(inferred)
            | LineFlag.GAP_BEFORE.bitIf(lines.isAfterGap())
            | LineFlag.RAW.bitIf(lines.isRaw());
    if (flags != 0) {
      headers.add(LineFlag.header(flags));
    }
    if (inferred && !lines.isRaw()) {
      addOriginalTime(headers);
    }
    if (trace != null) {
      headers.add(trace.header());
    }
  }

  private void addOriginalTime(Headers headers) {
    int length = Math.min(LONGEST_TIME, lines.timeTo() - lines.timeFrom());
    String text = new String(body, lines.timeFrom(), length, UTF_8);
    if (!text.equals("-")) {
      headers.add(LineHeader.ORIGINAL_TIME, text.getBytes(UTF_8));
    }
  }
}
