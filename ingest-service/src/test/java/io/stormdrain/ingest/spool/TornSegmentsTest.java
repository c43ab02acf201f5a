package io.stormdrain.ingest.spool;

import static org.assertj.core.api.Assertions.assertThat;

import io.stormdrain.ingest.line.LogLine;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process may end at any byte, and a disk may give back anything. */
class TornSegmentsTest {
  private static final List<String> TEXTS =
      List.of("", "one", "x".repeat(200), "ü", "four", "five\n\u0000", "y".repeat(70_000), "last");

  @TempDir Path folder;

  @Test
  void whereverASegmentEndsItsWholeLinesAreThere() throws Exception {
    byte[] whole = segment(TEXTS.subList(0, 6));
    for (int length = 0; length <= whole.length; length++) {
      int end = length;
      Path file = Segment.path(folder, 1);
      Files.write(file, Arrays.copyOf(whole, end));
      FakeKafka kafka = new FakeKafka();
      try (Spool spool = new Spool(folder, 1 << 20, kafka, kafka::isReachable)) {
        long expected = ends().stream().filter(at -> at <= end).count();
        assertThat(spool.counts().recovered()).as("%d bytes", end).isEqualTo(expected);
      }
      Files.deleteIfExists(folder.resolve("position"));
    }
  }

  @Test
  void afterATornEndTheSpoolGoesOn() throws Exception {
    byte[] whole = segment(TEXTS);
    for (int cut : List.of(1, 7, 9, 15, 17, 400, 70_000)) {
      Path mine = Files.createDirectory(folder.resolve("cut-" + cut));
      Files.write(Segment.path(mine, 1), Arrays.copyOf(whole, whole.length - cut));
      FakeKafka kafka = new FakeKafka();
      try (Spool spool = new Spool(mine, 1 << 20, kafka, kafka::isReachable)) {
        spool.open();
        Sender.durable(spool, "new");
        kafka.isBack();
        Sender.await(() -> !spool.isWaiting());
        List<String> expected = new ArrayList<>(TEXTS.subList(0, kafka.texts().size() - 1));
        expected.add("new");
        assertThat(kafka.texts()).isEqualTo(expected).hasSizeGreaterThan(6);
      }
    }
  }

  @Property(tries = 2_000)
  void changedBytesAreNeverReadAsALine(
      @ForAll @IntRange(min = 0, max = 4_000) int at, @ForAll @IntRange(min = 1, max = 255) int by)
      throws IOException {
    byte[] bytes = segment(TEXTS.subList(0, 6));
    int place = at % bytes.length;
    bytes[place] ^= (byte) by;

    List<String> read = read(bytes);

    assertThat(TEXTS.subList(0, read.size())).isEqualTo(read);
    assertThat(read.size()).isLessThan(6);
  }

  @Property(tries = 2_000)
  void noBytesBreakTheReader(@ForAll @Size(max = 2_000) byte[] bytes) throws IOException {
    assertThat(read(bytes)).isEmpty();
    byte[] headed = segment(List.of());
    byte[] both = Arrays.copyOf(headed, headed.length + bytes.length);
    System.arraycopy(bytes, 0, both, headed.length, bytes.length);
    assertThat(read(both)).isEmpty();
  }

  @Test
  void anEntryThatSaysItIsHugeTakesNoMemory() throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(4_096);
    Heading.write(bytes);
    bytes.putInt(Integer.MAX_VALUE);

    assertThat(read(bytes.array())).isEmpty();
  }

  @Test
  void entriesOfAnyLengthAreReadAsTheyWereWritten() throws IOException {
    Random random = new Random(1);
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      texts.add("z".repeat(random.nextInt(i % 50 == 0 ? 65_536 : 300)));
    }

    assertThat(read(segment(texts))).isEqualTo(texts);
  }

  private static List<String> read(byte[] bytes) throws IOException {
    SegmentReader reader =
        new SegmentReader(Channels.newChannel(new ByteArrayInputStream(bytes)), 0);
    List<String> texts = new ArrayList<>();
    LogLine line = reader.heading() ? reader.next() : null;
    while (line != null) {
      texts.add(FakeKafka.text(line));
      line = reader.next();
    }
    return texts;
  }

  private static byte[] segment(List<String> texts) {
    int size = Heading.BYTES + texts.stream().mapToInt(text -> Entry.size(Sender.line(text))).sum();
    ByteBuffer bytes = ByteBuffer.allocate(size);
    Heading.write(bytes);
    texts.forEach(text -> Entry.write(Sender.line(text), bytes));
    assertThat(bytes.hasRemaining()).isFalse();
    return bytes.array();
  }

  /** Where the first six entries end. */
  private static List<Integer> ends() {
    List<Integer> ends = new ArrayList<>();
    int at = Heading.BYTES;
    for (String text : TEXTS.subList(0, 6)) {
      at += Entry.size(Sender.line(text));
      ends.add(at);
    }
    return ends;
  }
}
