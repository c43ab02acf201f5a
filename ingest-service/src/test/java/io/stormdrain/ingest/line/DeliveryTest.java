package io.stormdrain.ingest.line;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.stormdrain.ingest.line.Settlement.Published;
import io.stormdrain.ingest.line.Settlement.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DeliveryTest {
  private final FakeLoop loop = new FakeLoop();
  private final FakeOutlet kafka = new FakeOutlet();
  private final InFlight memory = new InFlight(1_000_000);
  private final List<Settlement> settled = new ArrayList<>();
  private final AtomicInteger late = new AtomicInteger();

  @Test
  void isPublishedWhenEveryLineIsAcknowledged() {
    begin(3);

    kafka.acknowledge(2);
    loop.turn();
    assertThat(settled).isEmpty();

    kafka.acknowledge(1);
    loop.turn();
    assertThat(settled).containsExactly(new Published(3));
    assertThat(memory.bytes()).isZero();
  }

  @Test
  void aRequestWithoutLinesIsPublishedAtOnce() {
    begin(0);

    assertThat(settled).containsExactly(new Published(0));
  }

  @Test
  void aFailedLineIsSentAgain() {
    begin(3);
    kafka.acknowledge(1);
    kafka.answer(1, new TimeoutException("expired"));
    kafka.acknowledge(1);

    loop.turn();
    loop.pass(Delivery.RETRY_MILLIS);
    kafka.acknowledgeAll();
    loop.turn();

    assertThat(kafka.taken).containsExactly("0", "1", "2", "1");
    assertThat(settled).containsExactly(new Published(3));
  }

  @Test
  void aLineThatIsTurnedDownAtOnceHoldsBackThoseBehindIt() {
    kafka.takes(1);
    begin(3);
    assertThat(kafka.taken).containsExactly("0");

    kafka.takes(10);
    loop.pass(Delivery.RETRY_MILLIS);
    kafka.acknowledgeAll();
    loop.turn();

    assertThat(kafka.taken).containsExactly("0", "1", "2");
    assertThat(settled).containsExactly(new Published(3));
  }

  @Test
  void isRefusedWhenTimeIsUp() {
    Delivery delivery = begin(5);
    kafka.acknowledge(2);
    kafka.answer(1, new TimeoutException("expired"));

    delivery.giveUp();

    assertThat(settled).containsExactly(new Refused(2, 3, Refusal.KAFKA_SILENT));
  }

  @Test
  void isRefusedWithWhatWasNotEvenSent() {
    kafka.takes(0);
    Delivery delivery = begin(5);
    loop.pass(1_000);

    delivery.giveUp();

    assertThat(settled).containsExactly(new Refused(0, 5, Refusal.KAFKA_SILENT));
    assertThat(memory.bytes()).isZero();
  }

  @Test
  void saysWhenKafkaRefuses() {
    Delivery delivery = begin(1);
    kafka.answer(1, new TopicAuthorizationException("log-lines"));

    delivery.giveUp();

    assertThat(settled).containsExactly(new Refused(0, 1, Refusal.KAFKA_REFUSES));
  }

  @Test
  void linesTakenAfterTimeIsUpAreLate() {
    Delivery delivery = begin(5);
    delivery.giveUp();
    assertThat(memory.bytes()).isEqualTo(5 * InFlight.BYTES_PER_LINE);

    kafka.acknowledge(2);
    kafka.answer(3, new TimeoutException("expired"));
    loop.pass(1_000);

    assertThat(settled).containsExactly(new Refused(0, 5, Refusal.KAFKA_SILENT));
    assertThat(late).hasValue(2);
    assertThat(memory.bytes()).isZero();
  }

  @Test
  void nothingIsSentAfterTimeIsUp() {
    kafka.takes(1);
    Delivery delivery = begin(5);
    delivery.giveUp();

    kafka.takes(10);
    loop.pass(1_000);

    assertThat(kafka.taken).containsExactly("0");
    assertThat(settled).hasSize(1);
  }

  @Test
  void isSettledOnceOnly() {
    Delivery delivery = begin(1);
    kafka.acknowledgeAll();
    loop.turn();

    delivery.giveUp();

    assertThat(settled).containsExactly(new Published(1));
  }

  @Test
  void aLargeBodyWaitsForKafkaAndKeepsItsOrder() {
    int lines = 3 * Delivery.WINDOW + 7;
    begin(lines);
    loop.turn();
    assertThat(kafka.taken).hasSizeBetween(Delivery.WINDOW, Delivery.WINDOW + Delivery.SLICE);

    while (settled.isEmpty()) {
      kafka.acknowledge(Math.min(1_000, kafka.unanswered.size()));
      loop.turn();
    }

    assertThat(kafka.taken).isEqualTo(IntStream.range(0, lines).mapToObj(String::valueOf).toList());
    assertThat(settled).containsExactly(new Published(lines));
    assertThat(memory.bytes()).isZero();
  }

  @Test
  void longLinesLeaveTheLoopToOthersInBetween() {
    begin(100, 60_000);
    assertThat(kafka.taken).hasSize(5);

    loop.turn();
    assertThat(kafka.taken).hasSize(100);
  }

  @Test
  void aLargeBodyThatIsGivenUpIsCountedWhole() {
    int lines = 3 * Delivery.WINDOW;
    Delivery delivery = begin(lines);
    loop.turn();
    kafka.acknowledge(100);

    delivery.giveUp();

    assertThat(settled).containsExactly(new Refused(100, lines - 100, Refusal.KAFKA_SILENT));
  }

  private Delivery begin(int count) {
    return begin(count, 0);
  }

  /** So many lines, each its number with so many spaces in front. */
  private Delivery begin(int count, int spaces) {
    Lines lines =
        new Lines() {
          private int next;

          @Override
          public @Nullable LogLine next() {
            byte[] value = (" ".repeat(spaces) + next).getBytes(UTF_8);
            return next++ < count ? new LogLine(0, new byte[0], value, List.of()) : null;
          }
        };
    Delivery delivery =
        new Delivery(lines, kafka, loop, memory, settled::add, late::incrementAndGet);
    delivery.begin();
    return delivery;
  }
}
