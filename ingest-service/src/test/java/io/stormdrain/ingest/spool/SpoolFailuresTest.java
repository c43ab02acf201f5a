package io.stormdrain.ingest.spool;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stormdrain.ingest.spool.SpoolHealth.State;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.junit.jupiter.api.Test;

/** What fails costs as little as it can, and heals. */
class SpoolFailuresTest extends SpoolFixture {
  @Test
  void aLineThatKafkaWillNeverTakeIsParkedAndHoldsBackNoOther() throws Exception {
    Spool spool = open();
    Sender.durable(spool, "a", "large", "c");
    kafka.fails(text -> text.equals("large") ? new RecordTooLargeException("large") : null);
    kafka.isBack();
    Sender.await(() -> !spool.isWaiting());

    assertThat(kafka.texts()).containsExactly("a", "c");
    assertThat(spool.counts().parked()).isEqualTo(1);
    assertThat(Files.readString(folder.resolve("parked"), ISO_8859_1)).contains("large");
    assertBalanced(spool);
  }

  @Test
  void aFullSpoolRefusesUntilThereIsRoom() throws Exception {
    Spool spool = open();
    String large = "x".repeat(30_000);
    Sender sender = new Sender();
    for (int i = 0; i < 20; i++) {
      sender.put(spool, large);
    }
    Sender.await(() -> sender.acknowledged().size() + sender.failures().size() == 20);

    assertThat(sender.failures()).allSatisfy(e -> assertThat(e).hasMessage("the spool is full"));
    assertThat(sender.acknowledged().size()).isBetween(15, 17);
    assertThat(spool.counts().bytes()).isLessThanOrEqualTo(LIMIT);
    assertThat(spool.health().state()).isEqualTo(State.FULL);
    assertThat(spool.health().takesLines()).isFalse();

    kafka.isBack();
    Sender.await(() -> spool.counts().bytes() == 0);
    Sender.durable(spool, large);
    assertThat(kafka.texts()).hasSizeGreaterThan(sender.acknowledged().size() - 1);
  }

  @Test
  void aDiskThatFailsRefusesLinesAndIsUsedAgainWhenItWorks() throws Exception {
    Spool spool = open();
    Sender.durable(spool, "before");
    Sender sender = new Sender();
    disk.fails("No space left on device");

    sender.put(spool, "lost-1", "lost-2");
    Sender.await(() -> sender.failures().size() == 2);
    sender.put(spool, "lost-3");
    Sender.await(() -> sender.failures().size() == 3);

    assertThat(sender.failures())
        .allSatisfy(e -> assertThat(e).hasMessage("No space left on device"));
    assertThat(spool.health().state()).isEqualTo(State.FAILING);
    assertThat(spool.counts().failures()).isGreaterThanOrEqualTo(2);
    assertThat(spool.counts().waiting()).isEqualTo(1);

    disk.works();
    Sender.durable(spool, "after");
    assertThat(spool.health().state()).isEqualTo(State.WAITING);
    kafka.isBack();
    Sender.await(() -> !spool.isWaiting());
    assertThat(kafka.texts()).containsExactly("before", "after");
    Sender.await(() -> spool.counts().bytes() == 0);
    assertThat(segments()).isEmpty();
    assertBalanced(spool);
  }

  @Test
  void whereADiskFailsNothingOfTheRefusedStaysBehind() throws Exception {
    for (int writes = 0; writes < 4; writes++) {
      Spool spool = open();
      Sender.durable(spool, "before");
      Sender sender = new Sender();
      disk.failsAfter(writes);
      sender.put(spool, "refused");
      Sender.await(() -> sender.failures().size() + sender.acknowledged().size() == 1);
      disk.works();
      boolean taken = sender.failures().isEmpty();
      long waiting = spool.counts().waiting();

      Spool drained = open();
      assertThat(drained.counts().recovered()).isEqualTo(waiting);
      kafka.isBack();
      Sender.await(() -> !drained.isWaiting());
      assertThat(kafka.texts().contains("refused")).isEqualTo(taken);
      kafka.isAway();
    }
  }

  @Test
  void aSegmentThatCannotBeReadAnyMoreCostsItsOwnLinesOnly() throws Exception {
    Spool spool = open();
    String[] texts =
        IntStream.range(0, 400).mapToObj(i -> i + " " + "x".repeat(1_000)).toArray(String[]::new);
    for (String text : texts) {
      Sender.durable(spool, text);
    }
    Path second = segments().get(1);
    byte[] bytes = Files.readAllBytes(second);
    bytes[5_000] ^= 1;
    Files.write(second, bytes);
    kafka.isBack();
    Sender.await(() -> !spool.isWaiting());

    assertThat(spool.counts().damaged()).isPositive();
    assertThat(kafka.texts().size() + spool.counts().damaged()).isEqualTo(400);
    assertThat(kafka.texts()).endsWith(texts[399]).isSubsetOf(texts);
    assertBalanced(spool);
  }

  @Test
  void aLostPositionSendsLinesAgainAndLosesNone() throws Exception {
    Spool spool = open();
    Sender.durable(spool, "a", "b");
    kafka.isBack();
    Sender.await(() -> !spool.isWaiting());
    kafka.isAway();
    Sender.durable(spool, "c");
    close();
    Files.write(folder.resolve("position"), new byte[56]);

    Spool again = open();
    kafka.isBack();
    Sender.await(() -> !again.isWaiting());

    assertThat(kafka.texts()).contains("a", "b", "c").endsWith("c");
  }

  @Test
  void twoProcessesDoNotShareAFolder() throws Exception {
    open();

    assertThatThrownBy(() -> new Spool(folder, LIMIT, kafka, kafka::isReachable))
        .isInstanceOf(UnusableSpoolException.class)
        .hasMessageContaining("in use");
  }

  @Test
  void aFolderThatIsAFileIsRefused() throws Exception {
    Path file = Files.createFile(folder.resolve("file"));

    assertThatThrownBy(() -> new Spool(file, LIMIT, kafka, kafka::isReachable))
        .isInstanceOf(UnusableSpoolException.class)
        .hasMessageContaining("cannot be used");
  }
}
