package io.stormdrain.analyzer.stream;

import static org.assertj.core.api.Assertions.assertThat;

import io.stormdrain.analyzer.Lines;
import io.stormdrain.analyzer.classify.Classifier;
import io.stormdrain.analyzer.classify.Shipped;
import io.stormdrain.analyzer.line.LogLine;
import io.stormdrain.analyzer.signal.Signal;
import io.stormdrain.analyzer.vitals.Vitals;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

final class PartitionTest {

  private static final Classifier CLASSIFIER = Shipped.classifier();

  @Test
  void aFrameThatIsDeliveredAgainChangesNothing() {
    Lines lines = new Lines();
    Partition partition = new Partition(classifier(), 0, Floors.at(0));
    List<Signal> out = new ArrayList<>();
    LogLine line = lines.platform("web.1", "Process exited with status 1");
    LogLine again = lines.platform("web.1", "Process exited with status 1");
    assertThat(partition.accept(new Reading.Line(line, "F", 0), 0, out))
        .isEqualTo(Partition.Outcome.SPOKEN);
    assertThat(partition.accept(new Reading.Line(again, "F", 0), 0, out))
        .isEqualTo(Partition.Outcome.DUPLICATE);
    assertThat(out).hasSize(1);
  }

  @Test
  void rebuiltUpToALineThatCameTwiceItTellsNoCountsAgain() {
    Lines lines = new Lines();
    Reading.Line line = new Reading.Line(lines.app("web.1", "ready"), "F", 0);
    Reading.Line again = new Reading.Line(lines.app("web.1", "ready"), "F", 0);
    Partition partition = new Partition(classifier(), 0, Floors.at(0));
    List<Signal> out = new ArrayList<>();
    partition.accept(line, 0, out);
    partition.accept(again, 0, out);
    assertThat(partition.takeVitals()).hasSize(1);
    Partition rebuilt = rebuilt(List.of(line, again), partition.position(), partition.floors());
    assertThat(rebuilt.takeVitals()).isEmpty();
  }

  @Property(tries = 200)
  void killedAnywhereItTellsTheSameAsIfItHadNotBeen(@ForAll Random random) {
    List<Reading.Line> story = story(random);
    Told unharmed = run(story, story.size(), random, false);
    Told killed = run(story, 5, random, true);
    assertThat(killed.signals).containsExactlyElementsOf(unharmed.signals);
    assertThat(killed.lines).isEqualTo(unharmed.lines);
  }

  private static final class Told {
    private final List<String> signals = new ArrayList<>();
    private long lines;

    void take(List<Signal> out, Partition partition, boolean vitalsToo) {
      out.forEach(signal -> signals.add(signal.id() + " " + signal.captures()));
      out.clear();
      if (vitalsToo) {
        lines += partition.takeVitals().stream().mapToLong(Vitals::lines).sum();
      }
    }
  }

  /** Reads the story in rounds; after a round that is committed the reader may be killed. */
  private static Told run(List<Reading.Line> story, int round, Random random, boolean kill) {
    Told told = new Told();
    Partition partition = new Partition(classifier(), 0, Floors.at(0));
    List<Signal> out = new ArrayList<>();
    int at = 0;
    while (at < story.size()) {
      int end = Math.min(story.size(), at + 1 + random.nextInt(round));
      for (; at < end; at++) {
        partition.accept(story.get(at), 0, out);
      }
      told.take(out, partition, random.nextInt(3) == 0);
      if (kill && random.nextBoolean()) {
        partition = rebuilt(story, partition.position(), partition.floors());
      }
    }
    partition.fallSilent(Long.MAX_VALUE / 2, out);
    told.take(out, partition, true);
    return told;
  }

  private static Partition rebuilt(List<Reading.Line> story, long committed, Floors written) {
    Floors floors = Floors.read(written.toString(), committed);
    Partition partition = new Partition(classifier(), committed, floors);
    List<Signal> nobody = new ArrayList<>();
    for (int i = (int) floors.lowest(); i < committed; i++) {
      assertThat(partition.accept(story.get(i), 0, nobody)).isEqualTo(Partition.Outcome.REBUILT);
    }
    assertThat(nobody).isEmpty();
    assertThat(partition.rebuilding()).isFalse();
    return partition;
  }

  /** Two processes that fail in turns, some lines delivered twice. */
  private static List<Reading.Line> story(Random random) {
    List<Reading.Line> story = new ArrayList<>();
    Lines lines = new Lines();
    String[] python = {
      "Traceback (most recent call last):",
      "  File \"/app/shop.py\", line 3, in buy",
      "    boom()",
      "ValueError: no"
    };
    String[] node = {
      "TypeError: x is not a function",
      "    at f (/app/a.js:1:1)",
      "    at g (/app/b.js:2:2)",
      "ready"
    };
    int web = 0;
    int worker = 0;
    for (int i = 0; i < 60; i++) {
      LogLine line =
          switch (random.nextInt(3)) {
            case 0 -> lines.app("web.1", python[web++ % python.length]);
            case 1 -> lines.app("worker.1", node[worker++ % node.length]);
            default -> lines.platform("router", "at=info service=3ms status=200 bytes=1");
          };
      boolean again = i > 3 && random.nextInt(10) == 0;
      Reading.Line before = again ? story.get(story.size() - 1 - random.nextInt(3)) : null;
      story.add(
          before == null
              ? new Reading.Line(line, "F" + i / 4, i % 4)
              : new Reading.Line(line, before.frame(), before.index()));
    }
    return story;
  }

  private static Supplier<Classifier> classifier() {
    Classifier mine = CLASSIFIER.copy();
    return () -> mine;
  }
}
