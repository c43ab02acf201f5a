package io.stormdrain.ingest.door;

import io.stormdrain.ingest.source.FileSources;
import jakarta.inject.Singleton;
import java.util.Objects;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Always ready: a bad file leaves the old sources in force. But it tells. */
@Readiness
@Singleton
final class SourcesReadiness implements HealthCheck {
  private final FileSources sources;

  SourcesReadiness(FileSources sources) {
    this.sources = sources;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("sources")
        .up()
        .withData("sources", sources.all().size())
        .withData("file", Objects.requireNonNullElse(sources.refusal(), "in force"))
        .build();
  }
}
