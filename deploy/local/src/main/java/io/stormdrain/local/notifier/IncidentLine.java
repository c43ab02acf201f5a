package io.stormdrain.local.notifier;

import com.fasterxml.jackson.databind.JsonNode;
import io.stormdrain.notifier.message.InWords;
import io.stormdrain.notifier.message.LogText;
import java.time.Instant;

/** An incident in one line of a terminal, which would obey what a log line says. */
public final class IncidentLine {

  private static final int LONGEST_TITLE = 120;

  private IncidentLine() {}

  /** {@code INC-17 critical open 2026-02-10 14:03:05 UTC shop: web.1 cannot start}. */
  public static String of(JsonNode incident) {
    String by = incident.path("acknowledgedBy").asText("");
    return "%-8s %-8s %-12s %s  %s: %s%s"
        .formatted(
            incident.path("label").asText(),
            incident.path("severity").asText(),
            incident.path("state").asText(),
            InWords.time(Instant.parse(incident.path("openedAt").asText())),
            LogText.line(incident.path("app").asText()),
            LogText.line(incident.path("title").asText(), LONGEST_TITLE),
            by.isEmpty() ? "" : " (" + LogText.line(by) + ")");
  }
}
