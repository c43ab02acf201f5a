package io.stormdrain.ingest.syslog;

import io.stormdrain.ingest.message.Count;
import io.stormdrain.ingest.message.Message;
import io.stormdrain.ingest.message.Messages;
import io.stormdrain.ingest.message.Tally;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Syslog that came as the body of a request, as Railway's forwarder sends it to Papertrail. */
public final class SyslogBody implements Messages {
  private static final int PIECE = 32 * 1024;

  private final SyslogFraming framing = new SyslogFraming();
  private final SyslogDecoder decoder;
  private final Count count = new Count();
  private final byte[] body;
  private final int limit;
  private final long received;
  private int at;

  /**
   * Of which the first {@code limit} bytes count.
   *
   * @param platform of the source
   * @param received milliseconds since 1970 UTC
   */
  public SyslogBody(byte[] body, int limit, String platform, long received) {
    this.body = body;
    this.limit = limit;
    this.received = received;
    this.decoder = new SyslogDecoder(platform);
  }

  /** Does it begin as syslog does, with {@code <PRI>}? */
  public static boolean opens(byte[] body, int limit) {
    int close = 1;
    while (close < limit && close <= 3 && body[close] >= '0' && body[close] <= '9') {
      close++;
    }
    return close > 1 && close < limit && body[0] == '<' && body[close] == '>';
  }

  @Override
  public @Nullable Message next() {
    while (!framing.next()) {
      if (at >= limit) {
        framing.end();
        return framing.next() ? message() : null;
      }
      int end = Math.min(limit, at + PIECE);
      framing.add(Arrays.copyOfRange(body, at, end));
      at = end;
    }
    return message();
  }

  private Message message() {
    return decoder.decode(framing.frame(), framing.fault(), received, count);
  }

  @Override
  public Tally tally() {
    return count;
  }
}
