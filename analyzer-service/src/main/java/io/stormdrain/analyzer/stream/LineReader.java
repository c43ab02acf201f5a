package io.stormdrain.analyzer.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.stormdrain.analyzer.line.LogLine;
import io.stormdrain.analyzer.stream.Reading.Reason;
import io.stormdrain.analyzer.stream.Reading.Unreadable;
import java.util.Arrays;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Reads records of {@code log-lines} as its contract writes them, tolerantly: unknown headers are
 * passed over, optional ones may be missing. One instance serves one thread.
 */
final class LineReader {

  private static final long NANOS_PER_MILLI = 1_000_000L;

  private final KnownHeaders known = new KnownHeaders(new Words());

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
    LineHeaders headers = known.read(record.key(), record.headers().toArray());
    if (headers.app == null) {
      return new Unreadable(Reason.NO_APP);
    }
    if (headers.platform == null) {
      return new Unreadable(Reason.NO_PLATFORM);
    }
    LogLine line =
        new LogLine(
            headers.source,
            headers.app,
            headers.platform,
            headers.environment,
            headers.team,
            headers.origin,
            headers.process,
            headers.release,
            record.timestamp() * NANOS_PER_MILLI,
            record.partition(),
            record.offset(),
            headers.traceparent,
            record.value());
    return headers.frame == null ? new Reading.Line(line, null, 0) : framed(line, headers.frame);
  }

  /** {@code <frame id>#<index>} */
  private Reading framed(LogLine line, byte[] header) {
    int mark = header.length - 1;
    int index = 0;
    int unit = 1;
    while (mark > 0 && header[mark] >= '0' && header[mark] <= '9' && unit <= 1_000_000) {
      index += (header[mark--] - '0') * unit;
      unit *= 10;
    }
    boolean named = mark > 0 && header[mark] == '#' && unit > 1;
    return named
        ? new Reading.Line(line, frameId(header, mark), index)
        : new Reading.Line(line, null, 0);
  }

  private String frameId(byte[] header, int length) {
    if (!Arrays.equals(lastFrameHeader, 0, lastFrameLength, header, 0, length)) {
      lastFrameHeader = header;
      lastFrameLength = length;
      lastFrame = new String(header, 0, length, UTF_8);
    }
    return lastFrame;
  }
}
