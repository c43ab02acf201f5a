package io.stormdrain.local.release;

import com.fasterxml.jackson.databind.JsonNode;
import io.stormdrain.local.service.ServiceApi;
import io.stormdrain.notifier.message.LogText;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What is said of a release in lines of text; what log lines brought in is made harmless. */
public final class ReleaseReport {

  private final ServiceApi api;

  /** Reads more where more is to be said. */
  public ReleaseReport(ServiceApi api) {
    this.api = api;
  }

  /** How it stands, in one line. */
  public static String line(JsonNode release) {
    StringBuilder line = new StringBuilder(release.path("version").asText());
    line.append(": ").append(release.path("verdict").asText());
    String at = release.path("at").asText();
    String up = release.path("upAt").asText("");
    if (!up.isEmpty()) {
      line.append(", up after ").append(seconds(at, up)).append(" s");
    }
    String served = release.path("servedAt").asText("");
    if (!served.isEmpty()) {
      line.append(", first request served within ").append(seconds(at, served)).append(" s");
    }
    int deaths = release.path("deaths").asInt();
    if (deaths > 0) {
      line.append(", processes died ").append(deaths).append(deaths == 1 ? " time" : " times");
    }
    return line.toString();
  }

  /** Its troubles, each with what to do about it. */
  public List<String> troubles(JsonNode release) throws InterruptedException {
    List<String> lines = new ArrayList<>();
    for (JsonNode incident : release.path("incidents")) {
      if (!incident.path("state").asText().equals("resolved")) {
        String label = incident.path("label").asText();
        lines.add(
            "%s  %s (%s)"
                .formatted(
                    label,
                    LogText.line(incident.path("title").asText()),
                    incident.path("severity").asText()));
        JsonNode whole = api.find("/api/v1/incidents/" + label);
        if (whole != null) {
          whole
              .path("findings")
              .path(0)
              .path("remediation")
              .forEach(step -> lines.add("  fix  " + LogText.line(step.asText())));
        }
      }
    }
    return lines;
  }

  private static long seconds(String from, String to) {
    return Duration.between(Instant.parse(from), Instant.parse(to)).toSeconds();
  }
}
