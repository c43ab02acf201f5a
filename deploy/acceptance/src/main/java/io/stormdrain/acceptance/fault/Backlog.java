package io.stormdrain.acceptance.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.stormdrain.acceptance.Service;
import io.stormdrain.acceptance.fault.AppDrain.Line;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** An hour's lines come at once, after an outage: troubles that are over, and one that is not. */
final class Backlog implements Fault {

  private static final int APPS = 20;
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration APART = Duration.ofSeconds(20);
  private static final int LINES_A_SECOND = 10;
  private static final int REAL_TIME = 10;

  @Override
  public String id() {
    return "F18";
  }

  @Override
  public String done() {
    return "the analyzer is away while 20 apps deliver the lines of an hour; 60 troubles are over, 20 are not";
  }

  @Override
  public String checked() {
    return "no flood: at most a begin and an end per incident; all lines counted once; ten times as fast as real time";
  }

  @Override
  public void happen(Ground ground, Figures figures) {
    Answers answers = new Answers();
    Map<String, AppDrain> drains = new TreeMap<>();
    for (int i = 0; i < APPS; i++) {
      String app = "f18-app-%02d".formatted(i);
      drains.put(app, new AppDrain(app, List.of(ground.door(ground.stage().ingest)), answers));
    }
    ground.admit(drains.keySet());
    Tally tally = new Tally(ground);
    Service analyzer = ground.stage().analyzer;
    analyzer.kill();
    Instant begin = Instant.now().minus(HOUR);
    int apps = 0;
    for (Map.Entry<String, AppDrain> drain : drains.entrySet()) {
      // They break one after the other: together they would be a storm.
      hour(drain.getKey(), drain.getValue(), begin.minus(APART.multipliedBy(apps++)));
    }

    Instant start = Instant.now();
    analyzer.start();
    Map<String, Long> wanted = new TreeMap<>();
    drains.forEach((app, drain) -> wanted.put(app, (long) drain.acknowledged().size()));
    tally.awaitCounted(wanted);
    ground.stage().awaitReady();
    ground.stage().settle();
    figures.add("lines", wanted.values().stream().mapToLong(Long::longValue).sum());
    figures.add("caught up in", Duration.between(start, Instant.now()), HOUR.dividedBy(REAL_TIME));
    for (String app : drains.keySet()) {
      told(ground, app);
    }
    figures.add("messages", drains.keySet().stream().mapToLong(app -> webhook(ground, app)).sum());
  }

  /** A line now and then, four builds that fail, of which three are mended. */
  private static void hour(String app, AppDrain drain, Instant begin) {
    int seconds = (int) HOUR.toSeconds();
    for (int second = 0; second < seconds; second += seconds / LINES_A_SECOND / 4) {
      Instant at = begin.plusSeconds(second);
      List<Line> lines = new ArrayList<>();
      for (int i = 0; i < LINES_A_SECOND; i++) {
        lines.add(new Line("web.1", at.plusMillis(i * 100L), "order %d-%d".formatted(second, i)));
      }
      int part = second * LINES_A_SECOND * 4 / seconds;
      if (part % 10 == 3) {
        lines.add(new Line("api", at.plusSeconds(1), Plant.Trouble.BUILD.begin));
      } else if (part % 10 == 6 && part < 30) {
        lines.add(new Line("api", at.plusSeconds(1), Plant.Trouble.BUILD.end));
      }
      drain.send(app + "-" + second, lines, Crowd.PATIENCE);
    }
  }

  private static void told(Ground ground, String app) {
    long incidents = ground.incidents(app).size();
    assertThat(incidents).as("incidents of %s", app).isPositive();
    assertThat(webhook(ground, app)).as("messages about %s", app).isBetween(1L, 2 * incidents);
  }

  private static long webhook(Ground ground, String app) {
    return ground.stage().slack.posts("webhook", app).size();
  }
}
