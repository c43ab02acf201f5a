package io.stormdrain.bench.notifier;

import io.stormdrain.bench.process.BenchHome;
import io.stormdrain.bench.process.Plan;
import io.stormdrain.bench.report.Goal;
import io.stormdrain.bench.report.Percentile;
import io.stormdrain.bench.report.Row;
import io.stormdrain.bench.report.Spread;
import io.stormdrain.bench.report.Unit;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Pages with 1,000 apps and 10,000 incidents, all of them open, while 200 browsers listen. */
public final class ConsoleMeasure {

  private static final int APPS = 1_000;
  private static final int TROUBLES = 10;
  private static final int TIMES = 40;
  private static final int MOST = 95;
  private static final int BROWSERS = 200;
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final double SLOW_NANOS = 300e6;
  private static final double HEAVY_BYTES = 200e3;

  private static final List<String> PAGES =
      List.of(
          "/",
          "/incidents",
          "/incidents?state=any&app=shop-0007",
          "/incidents/INC-5000",
          "/apps/shop-0007",
          "/deliveries",
          "/silences",
          "/receivers?app=shop-0007",
          "/search",
          "/rules",
          "/people",
          "/audit",
          "/about");

  private final BenchHome home;
  private final Plan plan;
  private final SignalRecords records = new SignalRecords();
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /** Measures nothing yet. */
  public ConsoleMeasure(BenchHome home, Plan plan) {
    this.home = home;
    this.plan = plan;
  }

  /** Measures and gives the rows of the table. */
  public List<Row> rows() throws IOException, InterruptedException {
    List<Row> rows = new ArrayList<>();
    try (Notifying all = new Notifying(home, plan, home.work("console"))) {
      for (int trouble = 0; trouble < TROUBLES; trouble++) {
        for (int app = 0; app < APPS; app++) {
          all.send(records.forbidden("shop-%04d".formatted(app), trouble, Instant.now()));
        }
      }
      all.await();
      plan.progress(
          "console: %,d incidents".formatted(all.number("select count(*) from notifier.incident")));
      String root = "http://127.0.0.1:" + all.notifier.port();
      List<OpenPage> open = new ArrayList<>();
      try {
        for (int browser = 0; browser < BROWSERS; browser++) {
          open.add(OpenPage.at(http, URI.create(root + "/live")));
        }
        for (OpenPage page : open) {
          page.awaitChange(0, PATIENCE);
        }
        for (String page : PAGES) {
          rows.add(page(root, page));
        }
        rows.add(live(all, open));
      } finally {
        open.forEach(OpenPage::close);
      }
    }
    return rows;
  }

  private Row page(String root, String page) throws IOException, InterruptedException {
    List<Double> rounds = new ArrayList<>();
    int bytes = 0;
    for (int round = 0; round <= plan.rounds(); round++) {
      List<Double> times = new ArrayList<>();
      for (int time = 0; time < TIMES; time++) {
        long start = System.nanoTime();
        HttpResponse<byte[]> answer =
            http.send(
                HttpRequest.newBuilder(URI.create(root + page)).build(),
                HttpResponse.BodyHandlers.ofByteArray());
        times.add((double) (System.nanoTime() - start));
        bytes = answer.body().length;
        if (answer.statusCode() != 200) {
          throw new IllegalStateException(page + " answers " + answer.statusCode());
        }
      }
      if (round > 0) {
        rounds.add(Percentile.of(MOST, times));
      }
    }
    plan.progress("console, %s: %d bytes".formatted(page, bytes));
    return new Row(
        "console, 10,000 incidents, page %s: p95".formatted(page),
        Spread.of(rounds),
        Unit.MILLISECONDS,
        Goal.atMost(SLOW_NANOS),
        String.format(
            Locale.ROOT,
            "%.0f kB%s",
            bytes / 1e3,
            bytes > HEAVY_BYTES ? ", more than 200 kB" : ""));
  }

  /**
   * How long until all of them have heard of a change after it could be read: their next look shows
   * it.
   */
  private Row live(Notifying all, List<OpenPage> open) throws IOException, InterruptedException {
    List<Double> rounds = new ArrayList<>();
    for (int round = 0; round < plan.rounds(); round++) {
      long start = System.nanoTime();
      all.send(records.missing("live-%d".formatted(round), Instant.now()));
      all.await();
      List<Integer> before = open.stream().map(OpenPage::changes).toList();
      for (int page = 0; page < open.size(); page++) {
        open.get(page).awaitChange(before.get(page), PATIENCE);
      }
      rounds.add((double) (System.nanoTime() - start));
    }
    return new Row(
        "console, 200 open pages: signal until all have heard of it",
        Spread.of(rounds),
        Unit.MILLISECONDS,
        Goal.NONE,
        "server-sent events; the database is looked at every 500 ms");
  }
}
