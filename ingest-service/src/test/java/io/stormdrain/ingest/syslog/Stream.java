package io.stormdrain.ingest.syslog;

import io.stormdrain.ingest.message.Count;
import io.stormdrain.ingest.message.Message;
import io.stormdrain.ingest.message.Messages;
import io.stormdrain.ingest.message.Tally;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A connection that brings some bytes, in pieces, and ends. */
final class Stream implements Messages {
  static final long RECEIVED = Instant.parse("2026-02-05T16:00:05Z").toEpochMilli();

  private final SyslogFraming framing = new SyslogFraming();
  private final SyslogDecoder decoder;
  private final Count count = new Count();
  private final byte[] bytes;
  private final int piece;
  private int at;

  Stream(byte[] bytes, int limit, @Nullable String platform, int piece) {
    this.bytes = Arrays.copyOf(bytes, limit);
    this.piece = piece;
    this.decoder = new SyslogDecoder(platform);
  }

  @Override
  public @Nullable Message next() {
    while (!framing.next()) {
      if (at >= bytes.length) {
        framing.end();
        return framing.next() ? message() : null;
      }
      int end = Math.min(bytes.length, at + piece);
      framing.add(Arrays.copyOfRange(bytes, at, end));
      at = end;
    }
    return message();
  }

  private Message message() {
    byte[] frame = ShownTokens.without(framing.frame(), new byte[0]);
    return decoder.decode(frame, framing.fault(), RECEIVED, count);
  }

  @Override
  public Tally tally() {
    return count;
  }
}
