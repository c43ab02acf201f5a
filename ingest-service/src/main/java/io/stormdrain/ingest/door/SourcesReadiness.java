package io.stormdrain.ingest.door;

import io.stormdrain.ingest.registry.Registry;
import io.stormdrain.ingest.source.FileSources;
import io.stormdrain.ingest.source.Sources;
import jakarta.inject.Singleton;
import java.util.Objects;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * Always ready: a bad file, or a registry that is away, leaves the sources before in force. But it
 * tells.
 */
@Readiness
@Singleton
final class SourcesReadiness implements HealthCheck {
  private final FileSources file;
  private final Registry registry;
  private final Sources sources;

  SourcesReadiness(FileSources file, Registry registry, Sources sources) {
    this.file = file;
    this.registry = registry;
    this.sources = sources;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("sources")
        .up()
        .withData("sources", sources.all().size())
        .withData("file", Objects.requireNonNullElse(file.refusal(), "in force"))
        .withData("registry", registry.state().word())
        .withData("trouble", registry.trouble())
        .build();
  }
}
