package io.stormdrain.ingest.line;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;

/** W3C trace context of the request that brought a line. */
public final class Trace {
  private static final Pattern TRACEPARENT =
      Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

  private final Header header;

  private Trace(String traceparent) {
    header = new RecordHeader(LineHeader.TRACEPARENT, traceparent.getBytes(US_ASCII));
  }

  /** The sender's own; null when it sent none that can be read. */
  public static @Nullable Trace of(@Nullable String traceparent) {
    if (traceparent == null || !TRACEPARENT.matcher(traceparent).matches()) {
      return null;
    }
    return new Trace(traceparent);
  }

  /** A new one, sampled. */
  public static Trace begin(RandomGenerator random) {
    return new Trace(
        "00-%016x%016x-%016x-01"
            .formatted(random.nextLong() | 1, random.nextLong(), random.nextLong() | 1));
  }

  Header header() {
    return header;
  }
}
