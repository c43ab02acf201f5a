package io.stormdrain.bench.parse;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

/** Reads frames as one would at first: cut by octet count, split by spaces, time by java.time. */
final class SplitParser {

  /** What a frame says. */
  record Frame(int priority, long micros, String app, String process, byte[] message) {}

  private SplitParser() {}

  /** Reads a whole body; gives a sum over all frames, so that none is left out. */
  static long sum(byte[] body) {
    String text = new String(body, UTF_8);
    long sum = 0;
    int at = 0;
    while (at < text.length()) {
      int space = text.indexOf(' ', at);
      int length = Integer.parseInt(text.substring(at, space));
      Frame frame = frame(text.substring(space + 1, space + 1 + length));
      sum += frame.micros() + frame.priority() + frame.message().length;
      at = space + 1 + length;
    }
    return sum;
  }

  private static Frame frame(String text) {
    String[] fields = text.split(" ", 7);
    int priority = Integer.parseInt(fields[0].substring(1, fields[0].indexOf('>')));
    OffsetDateTime time = OffsetDateTime.parse(fields[1]);
    return new Frame(
        priority,
        ChronoUnit.MICROS.between(java.time.Instant.EPOCH, time.toInstant()),
        fields[3],
        fields[4],
        fields[6].stripTrailing().getBytes(UTF_8));
  }
}
