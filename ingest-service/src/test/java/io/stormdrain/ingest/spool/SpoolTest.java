package io.stormdrain.ingest.spool;

import static org.assertj.core.api.Assertions.assertThat;

import io.stormdrain.ingest.spool.SpoolHealth.State;
import java.util.stream.IntStream;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

class SpoolTest extends SpoolFixture {
  @Test
  void linesGoToKafkaInTheirOrderWhenItIsBack() throws Exception {
    Spool spool = open();
    String[] texts = IntStream.range(0, 5_000).mapToObj(Integer::toString).toArray(String[]::new);

    Sender.durable(spool, texts);
    assertThat(spool.isWaiting()).isTrue();
    assertThat(kafka.texts()).isEmpty();
    kafka.isBack();
    Sender.await(() -> !spool.isWaiting());

    assertThat(kafka.texts()).containsExactly(texts);
    assertThat(kafka.taken(7).timestamp()).isEqualTo(Sender.line("7").timestamp());
    assertThat(kafka.taken(7).key()).isEqualTo(Sender.line("7").key());
    assertThat(kafka.taken(7).headers()).isEqualTo(Sender.line("7").headers());
    assertThat(spool.health().state()).isEqualTo(State.EMPTY);
    assertBalanced(spool);
  }

  @Test
  void aLineIsAcknowledgedWhenItIsDurableAndNotBefore() throws Exception {
    Spool spool = open();
    Sender sender = new Sender();
    disk.forceWaits();

    sender.put(spool, "one", "two");
    Sender.await(disk::isWaiting);
    assertThat(sender.acknowledged()).isEmpty();
    disk.forceGoesOn();
    Sender.await(() -> sender.acknowledged().size() == 2);

    assertThat(sender.acknowledged()).containsExactly("one", "two");
  }

  @Test
  void whatComesWhileOneGroupIsMadeDurableIsOneMoreGroup() throws Exception {
    Spool spool = open();
    Sender sender = new Sender();
    disk.forceWaits();
    sender.put(spool, "first");
    Sender.await(disk::isWaiting);

    sender.put(spool, IntStream.range(0, 1_000).mapToObj(Integer::toString).toArray(String[]::new));
    int before = disk.forced();
    disk.forceGoesOn();
    Sender.await(() -> sender.acknowledged().size() == 1_001);

    assertThat(disk.forced() - before).isEqualTo(2);
  }

  @Test
  void whatWasNotDrainedIsThereAfterARestartAndNothingElse() throws Exception {
    Sender.durable(open(), "one", "two");
    Spool second = open();
    assertThat(second.counts().recovered()).isEqualTo(2);
    Sender.durable(second, "three");
    kafka.isBack();
    Sender.await(() -> !second.isWaiting());
    assertBalanced(second);
    kafka.isAway();
    Sender.durable(second, "four");

    Spool third = open();
    assertThat(third.counts().waiting()).isEqualTo(1);
    kafka.isBack();
    Sender.await(() -> !third.isWaiting());

    assertThat(kafka.texts()).containsExactly("one", "two", "three", "four");
    assertBalanced(third);
  }

  @Test
  void whatKafkaFailsToTakeIsSentAgainInOrder() throws Exception {
    Spool spool = open();
    Sender.durable(spool, "a", "b", "c", "d");
    kafka.fails(text -> text.equals("c") ? new TimeoutException("away") : null);
    kafka.isBack();
    Sender.await(() -> kafka.texts().size() >= 2);
    kafka.fails(text -> null);
    Sender.await(() -> !spool.isWaiting());

    assertThat(kafka.texts()).containsExactly("a", "b", "c", "d");
  }

  @Test
  void anEmptySpoolTakesNoRoom() throws Exception {
    Spool spool = open();
    for (int round = 0; round < 3; round++) {
      kafka.isAway();
      Sender.durable(spool, "a", "b");
      kafka.isBack();
      Sender.await(() -> spool.counts().bytes() == 0);
      Sender.await(() -> segments().isEmpty());
    }
    assertThat(kafka.texts()).containsExactly("a", "b", "a", "b", "a", "b");
  }

  @Test
  void manySegmentsAreOneOrder() throws Exception {
    Spool spool = open();
    String[] texts =
        IntStream.range(0, 400).mapToObj(i -> i + " " + "x".repeat(1_000)).toArray(String[]::new);
    for (String text : texts) {
      Sender.durable(spool, text);
    }
    assertThat(segments()).hasSizeGreaterThan(3);

    Spool again = open();
    kafka.isBack();
    Sender.await(() -> !again.isWaiting());

    assertThat(kafka.texts()).containsExactly(texts);
  }
}
