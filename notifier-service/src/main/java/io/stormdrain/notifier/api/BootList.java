package io.stormdrain.notifier.api;

import io.stormdrain.notifier.process.Boot;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The last starts of an app's processes. */
public record BootList(@Schema(description = "The latest first, at most 20") List<Start> boots) {

  public BootList {
    boots = List.copyOf(boots);
  }

  /** One start, and how it went. */
  public record Start(
      @Schema(description = "Which process", examples = "web.1") String process,
      @Schema(description = "When it was started, by the app's own time") Instant at,
      @Schema(description = "How often its own check of dependencies found something missing")
          int attempts,
      @Schema(description = "How many packages it began to install for that") int installs,
      @Schema(description = "unchecked, missing, satisfied or abandoned: what that check said last")
          String dependencies,
      @Schema(description = "Seconds until its port was bound; left out where nobody said so")
          @Nullable Double portAfter,
      @Schema(description = "Seconds until its platform called it up") @Nullable Double upAfter,
      @Schema(
              description =
                  "Seconds within which a request was answered well, to 10 s; of web processes")
          @Nullable Double servedWithin,
      @Schema(description = "When it ended, died or was stopped; left out while it lives")
          @Nullable Instant endedAt) {

    static Start of(Boot boot) {
      return new Start(
          boot.process(),
          boot.at(),
          boot.attempts(),
          boot.installs(),
          Words.of(boot.dependencies()),
          seconds(boot.at(), boot.portAt()),
          seconds(boot.at(), boot.upAt()),
          seconds(boot.at(), boot.servedAt()),
          boot.endedAt());
    }

    private static @Nullable Double seconds(Instant from, @Nullable Instant until) {
      return until == null ? null : Duration.between(from, until).toMillis() / 1_000.0;
    }
  }
}
