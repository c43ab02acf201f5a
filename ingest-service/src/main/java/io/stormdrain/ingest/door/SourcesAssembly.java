package io.stormdrain.ingest.door;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.stormdrain.ingest.IngestConfig;
import io.stormdrain.ingest.registry.Registry;
import io.stormdrain.ingest.source.AllSources;
import io.stormdrain.ingest.source.FileSources;
import io.stormdrain.ingest.source.Sources;
import io.stormdrain.ingest.source.TokenKey;
import io.stormdrain.ingest.source.UnusableSourcesException;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;

/** Where sources come from: a file, the registry, or both. */
final class SourcesAssembly {
  /** Beside the spool: what else has to outlast a restart on this machine. */
  private static final String REGISTRY_COPY = "registry";

  @Produces
  @Singleton
  @Typed(FileSources.class)
  FileSources file(IngestConfig config, Registry registry) {
    Path file = config.sourcesFile().orElse(null);
    if (file == null && registry.isOff()) {
      throw new ConfigurationException(
          "nobody could send: STORMDRAIN_SOURCES_FILE, the YAML file of sources, is not set, and"
              + " there is no registry (QUARKUS_DATASOURCE_JDBC_URL and STORMDRAIN_TOKEN_KEY)");
    }
    try {
      return file == null ? FileSources.none() : new FileSources(file);
    } catch (UnusableSourcesException e) {
      // Without its cause: the framework then says it in one line.
      throw new ConfigurationException("sources file " + e.getMessage());
    }
  }

  /** The database is asked for only where there is one: elsewhere it cannot be had. */
  @Produces
  @Singleton
  @Typed(Registry.class)
  Registry registry(
      IngestConfig config,
      @ConfigProperty(name = "quarkus.datasource.jdbc.url") Optional<String> url,
      Instance<AgroalDataSource> database,
      Instance<Flyway> flyway) {
    if (url.isEmpty() || config.tokenKey().isEmpty()) {
      return Registry.off();
    }
    try {
      return Registry.of(
          database.get(),
          TokenKey.of(config.tokenKey().get().reveal()),
          () -> flyway.get().migrate(),
          config.spoolDir().map(folder -> folder.resolve(REGISTRY_COPY)).orElse(null),
          InstantSource.system());
    } catch (IllegalArgumentException e) {
      throw new ConfigurationException(String.valueOf(e.getMessage()));
    }
  }

  @Produces
  @Singleton
  Sources sources(FileSources file, Registry registry) {
    return new AllSources(List.of(file, registry));
  }
}
