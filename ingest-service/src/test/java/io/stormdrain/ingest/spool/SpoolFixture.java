package io.stormdrain.ingest.spool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** A spool on a disk and before a Kafka that do what a test wants. */
abstract class SpoolFixture {
  static final long LIMIT = 1024 * 1024;

  @TempDir Path folder;

  final FakeKafka kafka = new FakeKafka();
  final FakeDisk disk = new FakeDisk();
  private @Nullable Spool open;

  @AfterEach
  void close() {
    if (open != null) {
      open.close();
    }
  }

  /** The spool of the next process. */
  Spool open() throws UnusableSpoolException {
    close();
    Spool spool = new Spool(folder, LIMIT, kafka, kafka::isReachable, disk);
    spool.open();
    open = spool;
    return spool;
  }

  List<Path> segments() {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> Segment.number(file) > 0).sorted().toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  static void assertBalanced(Spool spool) {
    SpoolCounts counts = spool.counts();
    assertThat(counts.written() + counts.recovered())
        .isEqualTo(counts.drained() + counts.parked() + counts.damaged() + counts.waiting());
  }
}
