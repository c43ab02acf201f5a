package io.stormdrain.ingest.line;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.stormdrain.ingest.line.Settlement.Published;
import io.stormdrain.ingest.line.Settlement.Refused;
import io.stormdrain.ingest.line.Settlement.Spooled;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PassageTest {
  private static final Duration AFTER = Duration.ofSeconds(2);
  private static final long TOO_LATE = AFTER.toNanos();

  private final FakeLoop loop = new FakeLoop();
  private final FakeOutlet kafka = new FakeOutlet();
  private final FakeStore spool = new FakeStore();
  private final InFlight memory = new InFlight(100_000_000);
  private final List<Settlement> settled = new ArrayList<>();
  private final AtomicInteger late = new AtomicInteger();

  private static final class FakeStore implements Spooling.Store {
    private final FakeOutlet taken = new FakeOutlet();
    private boolean waiting;

    @Override
    public boolean isWaiting() {
      return waiting;
    }

    @Override
    public void send(LogLine line) {
      taken.send(line);
    }
  }

  @Test
  void whatKafkaAcknowledgesInTimeSeesNoSpool() {
    begin(3, true);
    kafka.acknowledgeAll();
    loop.turn();

    assertThat(settled).containsExactly(new Published(3));
    assertThat(spool.taken.taken).isEmpty();
    assertThat(memory.bytes()).isZero();
  }

  @Test
  void whatKafkaDoesNotAcknowledgeInTimeGoesToTheSpoolInOrder() {
    Passage passage = begin(5, true);
    kafka.acknowledge(2);
    passage.look(TOO_LATE - 1);
    assertThat(spool.taken.taken).isEmpty();

    passage.look(TOO_LATE);
    assertThat(settled).isEmpty();
    spool.taken.acknowledgeAll();
    loop.turn();

    assertThat(spool.taken.taken).containsExactly("2", "3", "4");
    assertThat(settled).containsExactly(new Spooled(2, 3));
  }

  @Test
  void linesThatFailedAndLinesThatAreOpenKeepTheirOrderInTheSpool() {
    Passage passage = begin(5, true);
    kafka.acknowledge(1);
    kafka.answer(2, new TimeoutException("expired"));

    passage.look(TOO_LATE);
    spool.taken.acknowledgeAll();
    loop.turn();

    assertThat(spool.taken.taken).containsExactly("1", "2", "3", "4");
    assertThat(settled).containsExactly(new Spooled(1, 4));
  }

  @Test
  void linesThatWereNotEvenSentGoToTheSpool() {
    kafka.takes(1);
    Passage passage = begin(4, true);

    passage.look(TOO_LATE);
    spool.taken.acknowledgeAll();
    loop.turn();
    loop.pass(Delivery.RETRY_MILLIS);

    assertThat(spool.taken.taken).containsExactly("0", "1", "2", "3");
    assertThat(settled).containsExactly(new Spooled(0, 4));
  }

  @Test
  void whileLinesWaitInTheSpoolOthersComeBehindThemAtOnce() {
    spool.waiting = true;
    begin(2, true);
    spool.taken.acknowledgeAll();
    loop.turn();

    assertThat(kafka.taken).isEmpty();
    assertThat(settled).containsExactly(new Spooled(0, 2));
    assertThat(memory.bytes()).isZero();
  }

  @Test
  void whatKafkaTakesAfterAllIsLateAndSettlesNothing() {
    Passage passage = begin(2, true);
    passage.look(TOO_LATE);
    spool.taken.acknowledgeAll();
    loop.turn();

    kafka.acknowledgeAll();
    loop.turn();

    assertThat(settled).containsExactly(new Spooled(0, 2));
    assertThat(late).hasValue(2);
    assertThat(memory.bytes()).isZero();
  }

  @Test
  void whatFailsWhileItGoesToTheSpoolIsThereOnce() {
    Passage passage = begin(3, true);
    passage.look(TOO_LATE);
    kafka.answer(3, new TimeoutException("expired"));
    spool.taken.acknowledgeAll();
    loop.turn();

    assertThat(spool.taken.taken).containsExactly("0", "1", "2");
    assertThat(settled).containsExactly(new Spooled(0, 3));
    assertThat(memory.bytes()).isZero();
  }

  @Test
  void whenTheSpoolDoesNotTakeThemInTimeTheyAreRefused() {
    Passage passage = begin(3, true);
    kafka.acknowledge(1);
    passage.look(TOO_LATE);
    spool.taken.answer(2, new RefusedException(Refusal.SPOOL_FULL, "full"));
    loop.turn();

    passage.giveUp();

    assertThat(settled).containsExactly(new Refused(1, 2, Refusal.SPOOL_FULL));
  }

  @Test
  void aBodyLargerThanAWindowGoesThroughTheSpoolWholeAndInOrder() {
    spool.waiting = true;
    int lines = 3 * Delivery.WINDOW;
    begin(lines, true);
    while (settled.isEmpty()) {
      spool.taken.acknowledgeAll();
      loop.turn();
    }

    assertThat(spool.taken.taken)
        .containsExactlyElementsOf(IntStream.range(0, lines).mapToObj(Integer::toString).toList());
    assertThat(settled).containsExactly(new Spooled(0, lines));
    assertThat(memory.bytes()).isZero();
  }

  @Test
  void theRestOfALargeBodyFollowsIntoTheSpool() {
    int lines = 3 * Delivery.WINDOW;
    Passage passage = begin(lines, true);
    kafka.acknowledge(100);
    passage.look(TOO_LATE);
    while (settled.isEmpty()) {
      spool.taken.acknowledgeAll();
      loop.turn();
    }

    assertThat(spool.taken.taken)
        .containsExactlyElementsOf(
            IntStream.range(100, lines).mapToObj(Integer::toString).toList());
    assertThat(settled).containsExactly(new Spooled(100, lines - 100));
  }

  @Test
  void withoutASpoolLinesWaitForKafkaUntilTheEnd() {
    Passage passage = begin(2, false);
    passage.look(Long.MAX_VALUE);
    assertThat(settled).isEmpty();

    passage.giveUp();

    assertThat(settled).containsExactly(new Refused(0, 2, Refusal.KAFKA_SILENT));
  }

  private Passage begin(int lines, boolean withSpool) {
    Iterator<String> texts = IntStream.range(0, lines).mapToObj(Integer::toString).iterator();
    Lines all =
        () -> texts.hasNext() ? new LogLine(0, KEY, texts.next().getBytes(UTF_8), List.of()) : null;
    @Nullable Spooling spooling = withSpool ? new Spooling(spool, AFTER) : null;
    Passage.Ways ways = new Passage.Ways(kafka, spooling, memory);
    Passage passage = new Passage(ways, all, loop, settled::add, late::incrementAndGet);
    passage.begin(0);
    loop.turn();
    return passage;
  }

  private static final byte[] KEY = "shop".getBytes(UTF_8);
}
