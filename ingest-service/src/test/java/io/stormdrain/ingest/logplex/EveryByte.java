package io.stormdrain.ingest.logplex;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.stormdrain.ingest.message.Fault;

/** What holds of any body: each of its bytes is in a line, kept raw, or framing. */
final class EveryByte {
  private EveryByte() {}

  /** Returns the number of frames and raw pieces; parts of a long line are joined to one line. */
  static int isAccountedFor(byte[] body) {
    LogplexFrames frames = new LogplexFrames(body, body.length, Sender.LOGPLEX);
    int end = 0;
    int pieces = 0;
    while (frames.next()) {
      String between = new String(body, end, frames.from() - end, ISO_8859_1);
      assertThat(between).matches("[ \r\n]*(\\d{1,8} )?");
      assertThat(frames.to()).isGreaterThan(frames.from());
      if (frames.fault() == Fault.NONE) {
        assertThat(between).matches("[ \r\n]*\\d{1,8} ");
        assertThat(frames.messageTo() + (frames.isEnded() ? 1 : 0)).isEqualTo(frames.to());
      }
      end = frames.to();
      pieces++;
    }
    assertThat(new String(body, end, body.length - end, ISO_8859_1)).matches("[ \r\n]*");
    assertThat(Decoded.of(body, Decoded.LOGPLEX).lines()).hasSizeLessThanOrEqualTo(pieces);
    return pieces;
  }
}
