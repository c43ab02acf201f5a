package io.stormdrain.notifier.kept;

import static org.assertj.core.api.Assertions.assertThat;

import io.stormdrain.engines.Engines;
import io.stormdrain.notifier.WrittenLog;
import io.stormdrain.notifier.signal.Signal;
import io.stormdrain.notifier.signal.StoryEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Signals read back from a real Kafka. */
final class KeptSignalsTest {

  private static final Instant TEN = Instant.parse("2026-03-02T10:00:00Z");
  private static final Map<String, Object> KAFKA = Map.of("bootstrap.servers", Engines.kafka());

  private final KeptSignals signals = new KeptSignals(KAFKA, 10_000);
  private final WrittenLog log = new WrittenLog();

  /** What was heard of a few apps. */
  private static class Heard implements KeptSignals.Listener {

    private final String apps;
    private final List<String> subjects = new ArrayList<>();
    private int partitions;

    Heard(String apps) {
      this.apps = apps;
    }

    @Override
    public void hear(StoryEntry entry, Instant time) {
      if (entry.app().startsWith(apps) && entry instanceof Signal signal) {
        subjects.add(signal.subject() + "@" + time.getEpochSecond() % 3_600);
      }
    }

    @Override
    public void end() {
      partitions++;
    }
  }

  @AfterEach
  void end() {
    log.close();
  }

  @Test
  void whatIsOfThatTimeIsHeardInTheOrderOfEachApp() {
    says("kept-a", 0, "early");
    says("kept-a", 10, "one");
    says("kept-a", 20, "two");
    says("kept-a", 30, "late");
    log.places();
    Heard heard = new Heard("kept-a");

    KeptSignals.Read read = signals.each(at(10), at(30), heard);

    assertThat(heard.subjects).containsExactly("one@10", "two@20");
    assertThat(heard.partitions).isEqualTo(4);
    assertThat(read.end()).isEqualTo(KeptSignals.End.ALL);
    assertThat(read.records()).isGreaterThanOrEqualTo(2);
  }

  @Test
  void whatCannotBeReadIsPassedOver() {
    says("kept-b", 1, "before");
    log.record("kept-b", at(2), "signal", "{").record("kept-b", at(2), "rumour", "{}");
    says("kept-b", 3, "after");
    log.places();
    Heard heard = new Heard("kept-b");

    signals.each(at(0), at(30), heard);

    assertThat(heard.subjects).containsExactly("before@1", "after@3");
  }

  @Test
  void noMoreIsReadThanIsMeantToBeAndThatIsSaid() {
    for (int second = 0; second < 9; second++) {
      says("kept-c", second, "x");
    }
    log.places();
    Heard heard = new Heard("kept-c");

    KeptSignals.Read read = new KeptSignals(KAFKA, 5).each(at(0), at(30), heard);

    assertThat(read).isEqualTo(new KeptSignals.Read(KeptSignals.End.LONG, 5));
    assertThat(heard.subjects).hasSizeLessThanOrEqualTo(5);
  }

  @Test
  void onlyOneReadsAtATime() {
    says("kept-d", 1, "x");
    log.places();
    List<KeptSignals.End> others = new ArrayList<>();
    Heard heard =
        new Heard("kept-d") {
          @Override
          public void end() {
            others.add(signals.each(at(0), at(30), new Heard("kept-d")).end());
          }
        };

    signals.each(at(0), at(30), heard);

    assertThat(others).isNotEmpty().containsOnly(KeptSignals.End.BUSY);
    assertThat(signals.each(at(0), at(30), new Heard("kept-d")).end())
        .isEqualTo(KeptSignals.End.ALL);
  }

  @Test
  void whereNobodyAnswersThatIsSaid() {
    KeptSignals nowhere = new KeptSignals(Map.of("bootstrap.servers", "127.0.0.1:1"), 5);

    assertThat(nowhere.each(at(0), at(30), new Heard("")).end()).isEqualTo(KeptSignals.End.SILENT);
  }

  private void says(String app, int second, String subject) {
    log.signal(app, at(second), "module.missing", subject, "No module named " + subject);
  }

  private static Instant at(int second) {
    return TEN.plusSeconds(second);
  }
}
