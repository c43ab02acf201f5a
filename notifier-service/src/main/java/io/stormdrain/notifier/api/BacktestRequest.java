package io.stormdrain.notifier.api;

import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Alert rules to be tried on what was, and when that was. */
public record BacktestRequest(
    @Schema(
            description =
                "As in a file of rules, each in the place of that of the same id; those in force alone if left out")
        @Nullable String rules,
    @Schema(description = "Only this app; all if left out") @Nullable String app,
    @Schema(description = "From when on: 2h, 7d or ISO 8601; 24h if left out")
        @Nullable String from,
    @Schema(description = "Until when, likewise; now if left out") @Nullable String until) {

  static final String EXPECTED = "{\"rules\": \"- id: ...\", \"from\": \"24h\"}";

  static BacktestRequest in(@Nullable BacktestRequest body) {
    return Said.needed(body, EXPECTED);
  }

  String draft() {
    return Objects.requireNonNullElse(rules, "").strip();
  }

  boolean isAbout(String other) {
    return app == null || app.isBlank() || app.strip().equals(other);
  }
}
