package io.stormdrain.ingest.line;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.stormdrain.ingest.line.Voices.Speaking;
import io.stormdrain.ingest.message.Message;
import io.stormdrain.ingest.message.Messages;
import io.stormdrain.ingest.message.Moment;
import java.time.Instant;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Makes records of a body's messages. */
public final class MessageLines implements Lines {
  private final Messages messages;
  private final Voices voices;
  private final @Nullable FrameId frame;
  private final @Nullable FrameId timeless;
  private final @Nullable Trace trace;
  private final long received;
  private int index;

  /**
   * For one body.
   *
   * @param frame the body's name, when it has one
   * @param received milliseconds since 1970 UTC
   */
  public MessageLines(
      Messages messages,
      Voices voices,
      @Nullable FrameId frame,
      @Nullable Trace trace,
      long received) {
    this.messages = messages;
    this.voices = voices;
    this.frame = frame;
    this.timeless = frame == null ? null : frame.ofTimeless(received);
    this.trace = trace;
    this.received = received;
  }

  @Override
  public @Nullable LogLine next() {
    Message message = messages.next();
    if (message == null) {
      return null;
    }
    Moment moment = message.moment();
    LineTime time = moment.isKnown() ? LineTime.of(moment.millis(), received) : LineTime.UNREADABLE;
    boolean own = time == LineTime.OWN;
    Speaking speaking = voices.of(message);
    LogLine line =
        new LogLine(
            own ? moment.millis() : received,
            speaking.key(),
            message.text().bytes(),
            speaking.headers());
    describe(line.headers(), message, !own);
    index++;
    return line;
  }

  private void describe(Headers headers, Message message, boolean inferred) {
    FrameId named = FrameId.of(message.id(), null);
    if (named != null) {
      headers.add(named.header(0));
    } else if (frame != null && timeless != null) {
      headers.add((message.moment().isKnown() ? frame : timeless).header(index));
    }
    int flags =
        LineFlag.TRUNCATED.bitIf(message.text().truncated())
            | LineFlag.TIME_INFERRED.bitIf(inferred)
            | LineFlag.GAP_BEFORE.bitIf(message.afterGap())
            | LineFlag.RAW.bitIf(message.raw());
    if (flags != 0) {
      headers.add(LineFlag.header(flags));
    }
    String original = inferred ? original(message.moment()) : null;
    if (original != null) {
      headers.add(LineHeader.ORIGINAL_TIME, original.getBytes(UTF_8));
    }
    if (trace != null) {
      headers.add(trace.header());
    }
  }

  /** A time that could be read, and is too far off, is kept too. */
  private static @Nullable String original(Moment moment) {
    boolean farOff = moment.text() == null && moment.isKnown();
    return farOff ? Instant.ofEpochMilli(moment.millis()).toString() : moment.text();
  }
}
