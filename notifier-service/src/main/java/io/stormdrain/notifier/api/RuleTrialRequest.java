package io.stormdrain.notifier.api;

import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Text to be held against the alert rules. */
public record RuleTrialRequest(
    @Schema(description = "Lines of a log, without what a platform puts in front", required = true)
        @Nullable String text) {

  static final String EXPECTED = "{\"text\": \"lines of a log\"}";

  static RuleTrialRequest in(@Nullable RuleTrialRequest body) {
    return Said.needed(body, EXPECTED);
  }

  String lines() {
    return Objects.requireNonNullElse(text, "");
  }
}
