package io.stormdrain.analyzer.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.stormdrain.analyzer.line.LogLine;
import io.stormdrain.analyzer.line.Origin;
import io.stormdrain.analyzer.stream.Reading.Reason;
import io.stormdrain.analyzer.stream.Reading.Unreadable;
import java.util.Arrays;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * Reads records of {@code log-lines} as its contract writes them, tolerantly: unknown headers are
 * passed over, optional ones may be missing. One instance serves one thread.
 */
final class LineReader {

  private static final long NANOS_PER_MILLI = 1_000_000L;

  private final Words words = new Words();

  /** A frame's lines follow each other: its id is decoded once. */
  private byte[] lastFrameHeader = {};

  private int lastFrameLength;
  private String lastFrame = "";

  Reading read(ConsumerRecord<byte[], byte[]> record) {
    if (record.key() == null) {
      return new Unreadable(Reason.NO_KEY);
    }
    if (record.value() == null) {
      return new Unreadable(Reason.NO_VALUE);
    }
    Headers headers = new Headers();
    for (Header header : record.headers()) {
      if (header.value() != null) {
        headers.take(header.key(), header.value());
      }
    }
    if (headers.app == null) {
      return new Unreadable(Reason.NO_APP);
    }
    if (headers.platform == null) {
      return new Unreadable(Reason.NO_PLATFORM);
    }
    LogLine line =
        new LogLine(
            words.of(record.key()),
            headers.app,
            headers.platform,
            headers.environment,
            headers.origin,
            headers.process,
            headers.release,
            record.timestamp() * NANOS_PER_MILLI,
            record.partition(),
            record.offset(),
            headers.traceparent,
            record.value());
    return new Reading.Line(line, headers.frame, headers.index);
  }

  private String frameId(byte[] header, int length) {
    if (!Arrays.equals(lastFrameHeader, 0, lastFrameLength, header, 0, length)) {
      lastFrameHeader = header;
      lastFrameLength = length;
      lastFrame = new String(header, 0, length, UTF_8);
    }
    return lastFrame;
  }

  /** What the headers of one record say. */
  private final class Headers {
    private @Nullable String app;
    private @Nullable String platform;
    private @Nullable String environment;
    private @Nullable String process;
    private @Nullable String release;
    private @Nullable String frame;
    private @Nullable String traceparent;
    private int index;
    private Origin origin = Origin.APP;

    void take(String name, byte[] value) {
      switch (name) {
        case "service.name" -> app = words.of(value);
        case "service.instance.id" -> process = words.of(value);
        case "deployment.environment.name" -> environment = words.of(value);
        case "deployment.id" -> release = words.of(value);
        case "paas.platform" -> platform = words.of(value);
        case "origin" -> origin = Origin.of(words.of(value));
        case "frame" -> frame(value);
        case "traceparent" -> traceparent = words.of(value);
        default -> {
          // Added by a later version, or of no use to us.
        }
      }
    }

    /** {@code <frame id>#<index>} */
    private void frame(byte[] value) {
      int mark = value.length - 1;
      int number = 0;
      int unit = 1;
      while (mark > 0 && value[mark] >= '0' && value[mark] <= '9' && unit <= 1_000_000) {
        number += (value[mark--] - '0') * unit;
        unit *= 10;
      }
      if (mark > 0 && value[mark] == '#' && unit > 1) {
        frame = frameId(value, mark);
        index = number;
      }
    }
  }
}
