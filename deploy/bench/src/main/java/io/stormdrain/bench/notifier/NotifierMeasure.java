package io.stormdrain.bench.notifier;

import io.stormdrain.bench.process.BenchHome;
import io.stormdrain.bench.process.Plan;
import io.stormdrain.bench.report.Goal;
import io.stormdrain.bench.report.Row;
import io.stormdrain.bench.report.Spread;
import io.stormdrain.bench.report.Unit;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Signals into incidents: how many a second with many troubles open, what an open trouble adds to
 * the cost of a signal, and how soon a storm is known of.
 */
public final class NotifierMeasure {

  private static final int APPS = 1_000;
  private static final int BACKLOG = 20_000;
  private static final int STORM_APPS = 500;
  private static final Duration STORM = Duration.ofSeconds(10);

  /** Open troubles of each app: the first and the last are compared. */
  private static final List<Integer> KEYS = List.of(1, 20, 100);

  private static final int MIDDLE = 20;

  private final BenchHome home;
  private final Plan plan;
  private final Random random = new Random(20_260_301);
  private final SignalRecords records = new SignalRecords();

  /** Measures nothing yet. */
  public NotifierMeasure(BenchHome home, Plan plan) {
    this.home = home;
    this.plan = plan;
  }

  /** Measures and gives the rows of the table. */
  public List<Row> rows() throws IOException, InterruptedException {
    Path folder = home.work("notifier");
    List<Row> rows = new ArrayList<>();
    try (Notifying all = new Notifying(home, plan, folder)) {
      List<Double> few = List.of();
      int open = 0;
      for (int keys : KEYS) {
        open = open(all, open, keys);
        List<Notifying.Turn> turns = turns(all, keys);
        List<Double> costs = turns.stream().map(Notifying.Turn::nanosPerSignal).toList();
        few = few.isEmpty() ? costs : few;
        rows.add(rate(keys, turns));
        if (keys == MIDDLE) {
          rows.addAll(storm(all));
        }
        if (keys > MIDDLE) {
          rows.add(cost(keys, costs, few));
        }
      }
    }
    return rows;
  }

  /** Opens troubles until each app has so many. */
  private int open(Notifying all, int from, int to) throws IOException, InterruptedException {
    for (int key = from; key < to; key++) {
      for (int app = 0; app < APPS; app++) {
        all.send(records.forbidden(name(app), key, Instant.now()));
      }
    }
    Notifying.Turn turn = all.await();
    plan.progress(
        "notifier, opening %,.0f troubles: %.0f/s".formatted(turn.signals(), turn.perSecond()));
    return to;
  }

  private List<Notifying.Turn> turns(Notifying all, int keys)
      throws IOException, InterruptedException {
    List<Notifying.Turn> turns = new ArrayList<>();
    for (int round = 0; round <= plan.rounds(); round++) {
      for (int i = 0; i < BACKLOG; i++) {
        String app = name(random.nextInt(APPS));
        // One in ten tells of an app's health.
        all.send(
            i % 10 == 0
                ? records.vitals(app, Instant.now())
                : records.forbidden(app, random.nextInt(keys), Instant.now()));
      }
      Notifying.Turn turn = all.await();
      plan.progress(
          "notifier, %,d open troubles, round %d: %.0f signals/s"
              .formatted(APPS * keys, round, turn.perSecond()));
      if (round > 0) {
        turns.add(turn);
      }
    }
    return turns;
  }

  /** Other apps crash, evenly within ten seconds, while those in trouble go on. */
  private List<Row> storm(Notifying all) throws IOException, InterruptedException {
    List<Double> half = new ArrayList<>();
    List<Double> most = new ArrayList<>();
    for (int round = 0; round < plan.rounds(); round++) {
      DetectionLag before = DetectionLag.now(all.notifier.port());
      long start = System.nanoTime();
      for (int i = 0; i < STORM_APPS; i++) {
        long due = start + STORM.toNanos() * i / STORM_APPS;
        while (System.nanoTime() < due) {
          Thread.sleep(Duration.ofMillis(1));
        }
        all.send(records.missing("storm-%d-%03d".formatted(round, i), Instant.now()));
        // Everybody else goes on.
        for (int others = 0; others < 10; others++) {
          all.send(
              records.forbidden(name(random.nextInt(APPS)), random.nextInt(MIDDLE), Instant.now()));
        }
      }
      all.await();
      DetectionLag after = DetectionLag.now(all.notifier.port());
      half.add(after.nanosSince(before, 50));
      most.add(after.nanosSince(before, 99));
      plan.progress("notifier, storm %d: p99 %.0f ms".formatted(round + 1, most.getLast() / 1e6));
    }
    String made = "500 apps crash within 10 s; bounds of the notifier's histogram";
    return List.of(
        new Row(
            "notifier, storm: signal to transition, p50",
            Spread.of(half),
            Unit.MILLISECONDS,
            Goal.NONE,
            made),
        new Row(
            "notifier, storm: signal to transition, p99",
            Spread.of(most),
            Unit.MILLISECONDS,
            Goal.atMost(1e9),
            made));
  }

  private static Row rate(int keys, List<Notifying.Turn> turns) {
    Spread cpu =
        Spread.of(turns.stream().map(turn -> turn.cpuNanos() / 1e3 / turn.signals()).toList());
    return new Row(
        "notifier, 1,000 apps, %,d open troubles: signals a second".formatted(APPS * keys),
        Spread.of(turns.stream().map(Notifying.Turn::perSecond).toList()),
        Unit.THOUSANDS_PER_SECOND,
        keys == MIDDLE ? Goal.atLeast(5_000) : Goal.NONE,
        Unit.CPU_SECONDS_PER_MILLION.text(cpu));
  }

  private static Row cost(int keys, List<Double> costs, List<Double> few) {
    return new Row(
        "notifier: time per signal at %,d open troubles / at 1,000".formatted(APPS * keys),
        Spread.ofRatios(costs, few),
        Unit.RATIO,
        Goal.atMost(1.5),
        "");
  }

  private static String name(int app) {
    return "shop-%04d".formatted(app);
  }
}
