package io.stormdrain.ingest.line;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/** What a reader should know about a line. In the order in which the header names them. */
enum LineFlag {
  /** Cut at the size limit. */
  TRUNCATED(1),
  /** The record's timestamp is the time of receipt. */
  TIME_INFERRED(2),
  /** The sender says that lines before this one were lost. */
  GAP_BEFORE(4),
  /** Not decoded: the value is the frame's bytes as they came. */
  RAW(8);

  private static final Header[] HEADERS = headers();

  private final int bit;

  LineFlag(int bit) {
    this.bit = bit;
  }

  int bitIf(boolean set) {
    return set ? bit : 0;
  }

  /** The header {@code flags} for a union of bits; there is none for 0. */
  static Header header(int bits) {
    return HEADERS[bits];
  }

  private static Header[] headers() {
    Header[] headers = new Header[1 << values().length];
    for (int bits = 0; bits < headers.length; bits++) {
      headers[bits] = new RecordHeader(LineHeader.FLAGS, words(bits).getBytes(US_ASCII));
    }
    return headers;
  }

  private static String words(int bits) {
    return Arrays.stream(values())
        .filter(flag -> (bits & flag.bit) != 0)
        .map(flag -> flag.name().toLowerCase(Locale.ROOT).replace('_', '-'))
        .collect(Collectors.joining(" "));
  }
}
