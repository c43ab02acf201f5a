package io.stormdrain.local.sender;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How many lines the door has received of each source, by its metrics. */
public final class Arrivals {
  private static final Duration LIMIT = Duration.ofSeconds(3);
  private static final Duration EVERY = Duration.ofSeconds(1);

  private static final Pattern RECEIVED =
      Pattern.compile(
          "(?m)^stormdrain_ingest_lines_received_total\\{source=\"([^\"]+)\"} ([0-9.E+]+)$");

  private final URI metrics;
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(LIMIT).build();

  /** Of this door. */
  public Arrivals(URI door) {
    metrics = door.resolve("/q/metrics");
  }

  /**
   * Lines by source; empty when the door does not answer.
   *
   * @throws InterruptedException when the thread is interrupted
   */
  public Map<String, Long> lines() throws InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(metrics).timeout(LIMIT).build();
    try {
      String text = client.send(request, HttpResponse.BodyHandlers.ofString()).body();
      Map<String, Long> lines = new HashMap<>();
      Matcher received = RECEIVED.matcher(text);
      while (received.find()) {
        lines.put(received.group(1), Math.round(Double.parseDouble(received.group(2))));
      }
      return lines;
    } catch (IOException e) {
      return Map.of();
    }
  }

  /**
   * Waits until a line of a source has come.
   *
   * @return false when none did
   * @throws InterruptedException when the thread is interrupted
   */
  public boolean await(String source, Duration patience) throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    while (lines().getOrDefault(source, 0L) == 0) {
      if (System.nanoTime() > end) {
        return false;
      }
      Thread.sleep(EVERY);
    }
    return true;
  }
}
