package io.stormdrain.ingest.spool;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.stormdrain.ingest.line.LogLine;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.junit.jupiter.params.provider.MethodSource;

/** Segments of the spool, of which a disk or a crash has made anything. */
class SegmentFuzzTest {
  static Stream<byte[]> segments() {
    ByteBuffer segment = ByteBuffer.allocate(1_024);
    Heading.write(segment);
    Entry.write(line("one"), segment);
    Entry.write(line("two"), segment);
    byte[] good = Arrays.copyOf(segment.array(), segment.position());
    return Stream.of(good, Arrays.copyOf(good, good.length - 3));
  }

  static Stream<byte[]> bodies() {
    ByteBuffer entry = ByteBuffer.allocate(1_024);
    Entry.write(line("one"), entry);
    return Stream.of(Arrays.copyOfRange(entry.array(), Entry.HEADING, entry.position()));
  }

  private static LogLine line(String text) {
    byte[] bytes = text.getBytes(UTF_8);
    return new LogLine(1_000, bytes, bytes, List.of(new RecordHeader("frame", bytes)));
  }

  @MethodSource("segments")
  @FuzzTest
  void whatIsWholeIsReadAgainWhenTheRestIsCutOff(byte[] bytes) throws IOException {
    SegmentReader reader = reader(bytes);
    if (!reader.heading()) {
      return;
    }
    int lines = count(reader);
    assertThat(reader.offset()).isLessThanOrEqualTo(bytes.length);
    assertThat(reader.isDamaged()).isEqualTo(reader.offset() < bytes.length);

    SegmentReader cut = reader(Arrays.copyOf(bytes, Math.toIntExact(reader.offset())));

    assertThat(cut.heading()).isTrue();
    assertThat(count(cut)).isEqualTo(lines);
    assertThat(cut.isDamaged()).isFalse();
  }

  /** No fuzzer finds the right sum by itself. */
  @MethodSource("bodies")
  @FuzzTest
  void anEntryOfTheRightSumIsReadOrRefused(byte[] body) {
    ByteBuffer entry = ByteBuffer.allocate(Entry.HEADING + body.length);
    CRC32C sum = new CRC32C();
    entry.putInt(body.length).putInt(0).put(body);
    sum.update(entry.array(), 0, 4);
    sum.update(body);
    entry.putInt(4, (int) sum.getValue()).flip();

    if (Entry.body(entry) >= 0) {
      LogLine line = Entry.read(entry);
      assertThat(entry.hasRemaining()).isFalse();
      assertThat(line == null || line.value().length <= body.length).isTrue();
    }
  }

  private static int count(SegmentReader reader) throws IOException {
    int lines = 0;
    while (reader.next() != null) {
      lines++;
    }
    return lines;
  }

  private static SegmentReader reader(byte[] bytes) {
    return new SegmentReader(Channels.newChannel(new ByteArrayInputStream(bytes)), 0);
  }
}
