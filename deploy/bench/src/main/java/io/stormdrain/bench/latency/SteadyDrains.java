package io.stormdrain.bench.latency;

import io.stormdrain.bench.traffic.Apps;
import io.stormdrain.bench.traffic.Frames;
import io.stormdrain.bench.traffic.Traffic;
import io.stormdrain.bench.traffic.TrafficLine;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Drains that send 1,000 lines per second whether they are answered or not, 25 to a request. Every
 * fourth request is of an app that was never heard of before, and its first line tells of a mishap.
 */
final class SteadyDrains {

  static final int LINES_PER_SECOND = 1_000;
  private static final int LINES_PER_REQUEST = 25;
  private static final int MISHAP_EVERY = 4;
  private static final long STEP =
      TimeUnit.SECONDS.toNanos(1) * LINES_PER_REQUEST / LINES_PER_SECOND;
  private static final int NO_CONTENT = 204;
  private static final Apps HEALTHY = Apps.of("calm", 20);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Traffic traffic = new Traffic(1_000);
  private final URI door;
  private final List<String> unlucky;
  private int requests;
  private int mishaps;

  /**
   * Sends nothing yet.
   *
   * @param unlucky apps that will have a mishap, one after the other
   */
  SteadyDrains(URI door, Apps unlucky) {
    this.door = door;
    this.unlucky = unlucky.names();
  }

  /** All apps that it may send for: the unlucky ones and those that stay healthy. */
  static Apps admitted(Apps unlucky) {
    return unlucky.and(HEALTHY);
  }

  /** How many mishaps there are in that time. */
  static int mishaps(Duration time) {
    return (int) (time.toNanos() / STEP / MISHAP_EVERY);
  }

  /**
   * Sends for that long, and returns when all is answered.
   *
   * @return when the line of each mishap was due, on {@link System#nanoTime}
   */
  Map<String, Long> send(Duration time) {
    Map<String, Long> told = new HashMap<>();
    List<CompletableFuture<HttpResponse<Void>>> answers = new ArrayList<>();
    long start = System.nanoTime();
    for (int i = 0; i < mishaps(time) * MISHAP_EVERY; i++) {
      long due = start + i * STEP;
      for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
        LockSupport.parkNanos(left);
      }
      boolean mishap = i % MISHAP_EVERY == 0;
      String app = mishap ? unlucky.get(mishaps++) : HEALTHY.names().get(i % 20);
      if (mishap) {
        told.put(app, due);
      }
      answers.add(http.sendAsync(request(app, mishap), HttpResponse.BodyHandlers.discarding()));
    }
    answers.forEach(SteadyDrains::requireAccepted);
    return told;
  }

  private HttpRequest request(String app, boolean mishap) {
    List<TrafficLine> lines = new ArrayList<>();
    if (mishap) {
      String text = "ModuleNotFoundError: No module named 'bs4'";
      lines.add(new TrafficLine(190, "app", "web.1", text));
    }
    while (lines.size() < LINES_PER_REQUEST) {
      lines.add(traffic.next());
    }
    Frames frame = new Frames(new Apps(List.of(app)), lines, lines.size(), Instant.now());
    return HttpRequest.newBuilder(door)
        .header("Authorization", "Basic " + Apps.credentials(app))
        .header("User-Agent", "Logplex/v73")
        .header("Content-Type", "application/logplex-1")
        .header("Logplex-Drain-Token", "d.2f1b5a3c-0d68-4b3f-9a51-6a5e2d3c4b5a")
        .header("Logplex-Frame-Id", "%032X".formatted(requests++))
        .header("Logplex-Msg-Count", Integer.toString(lines.size()))
        .timeout(Duration.ofSeconds(20))
        .POST(HttpRequest.BodyPublishers.ofByteArray(frame.body(0)))
        .build();
  }

  private static void requireAccepted(CompletableFuture<HttpResponse<Void>> answer) {
    try {
      if (answer.join().statusCode() != NO_CONTENT) {
        throw new IllegalStateException("the door answers " + answer.join().statusCode());
      }
    } catch (CompletionException e) {
      throw new IllegalStateException("the door does not answer", e);
    }
  }
}
