package io.stormdrain.local.logplex;

import io.stormdrain.local.transcript.Origin;
import io.stormdrain.local.transcript.TranscriptLine;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One octet-counted message of a Logplex body: {@code LENGTH <PRI>1 TIME host APP PROCID -
 * MESSAGE}. There is no structured data, and the length counts bytes.
 */
public final class Frame {

  /** Heroku cuts a process's line into pieces of this size; only the last one ends with LF. */
  static final int MAX_MESSAGE = 10_000;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'+00:00'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final byte[] bytes;

  private Frame(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * The frames of a line: one, or several where it is too long for one.
   *
   * @param time what the frames say, whatever the line says
   */
  public static List<Frame> of(TranscriptLine line, Instant time) {
    Speaker speaker = Speaker.of(line.origin(), line.process());
    byte[] message = (line.message() + "\n").getBytes(StandardCharsets.UTF_8);
    List<Frame> frames = new ArrayList<>();
    int start = 0;
    // The LF does not count: exactly 10,000 bytes of text still go in one piece.
    while (message.length - 1 - start > MAX_MESSAGE) {
      frames.add(of(speaker, time, message, start, MAX_MESSAGE));
      start += MAX_MESSAGE;
    }
    frames.add(of(speaker, time, message, start, message.length - start));
    return frames;
  }

  /**
   * What Logplex puts in front of the next body when it could not deliver everything. Alone among
   * all frames it has no LF.
   *
   * @param messages how many are gone
   * @param since when the first of them went
   */
  static Frame lost(int messages, Instant since, Instant now) {
    byte[] text =
        "Error L10 (output buffer overflow): %d messages dropped since %s."
            .formatted(messages, TIME.format(since))
            .getBytes(StandardCharsets.UTF_8);
    return of(Speaker.of(Origin.PLATFORM, "logplex"), now, text, 0, text.length);
  }

  private static Frame of(Speaker speaker, Instant time, byte[] text, int start, int length) {
    byte[] header =
        "<%d>1 %s host %s %s - "
            .formatted(speaker.priority(), TIME.format(time), speaker.name(), speaker.process())
            .getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream frame = new ByteArrayOutputStream(header.length + length + 8);
    frame.writeBytes(((header.length + length) + " ").getBytes(StandardCharsets.US_ASCII));
    frame.writeBytes(header);
    frame.write(text, start, length);
    return new Frame(frame.toByteArray());
  }

  int length() {
    return bytes.length;
  }

  void writeTo(ByteArrayOutputStream body) {
    body.writeBytes(bytes);
  }

  @Override
  public String toString() {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
