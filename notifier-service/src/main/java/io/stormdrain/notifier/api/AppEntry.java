package io.stormdrain.notifier.api;

import io.stormdrain.notifier.process.Release;
import io.stormdrain.notifier.store.AppView;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An app in a list. */
public record AppEntry(
    @Schema(description = "Its identity: the source, and the service where one carries several")
        String source,
    @Schema(description = "As its owner calls it") String app,
    @Schema(description = "heroku, railway, ...") String platform,
    @Schema(description = "production, staging, ...") @Nullable String environment,
    @Schema(description = "Its latest release") @Nullable String release,
    @Schema(description = "Log lines per second, over the last minute that is counted")
        double linesPerSecond,
    @Schema(description = "When something of it was read last") Instant heardAt) {

  static AppEntry of(AppView app, double linesPerSecond) {
    List<Release> releases = app.story().releases();
    return new AppEntry(
        app.source(),
        app.app(),
        app.platform(),
        app.environment(),
        releases.isEmpty() ? null : releases.getLast().version(),
        linesPerSecond,
        app.heardAt());
  }
}
