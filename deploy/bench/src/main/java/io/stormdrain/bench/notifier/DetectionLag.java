package io.stormdrain.bench.notifier;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * How long changes took, from a line's own time to the commit of the change that it made: the
 * notifier's own histogram.
 *
 * @param counts of changes that took at most so many seconds
 */
record DetectionLag(Map<Double, Double> counts) {

  private static final Pattern BUCKET =
      Pattern.compile(
          "(?m)^stormdrain_notifier_detection_lag_seconds_bucket\\{.*?le=\"(?<le>[^\"]+)\".*?} (?<count>\\S+)$");
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  /** As it is now. */
  static DetectionLag now(int port) throws IOException, InterruptedException {
    URI metrics = URI.create("http://127.0.0.1:" + port + "/q/metrics");
    String text =
        HTTP.send(HttpRequest.newBuilder(metrics).build(), HttpResponse.BodyHandlers.ofString())
            .body();
    Map<Double, Double> counts = new TreeMap<>();
    for (MatchResult bucket : BUCKET.matcher(text).results().toList()) {
      String le = bucket.group("le");
      counts.put(
          le.equals("+Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(le),
          Double.parseDouble(bucket.group("count")));
    }
    return new DetectionLag(counts);
  }

  /**
   * Nanoseconds that so many percent of the changes since then did not exceed; a bucket's upper
   * bound.
   */
  double nanosSince(DetectionLag before, double percent) {
    double all = since(before, Double.POSITIVE_INFINITY);
    return counts.keySet().stream()
            .filter(le -> since(before, le) >= all * percent / 100)
            .findFirst()
            .orElse(Double.POSITIVE_INFINITY)
        * 1e9;
  }

  private double since(DetectionLag before, double le) {
    return counts.getOrDefault(le, 0.0) - before.counts.getOrDefault(le, 0.0);
  }
}
