package io.stormdrain.ingest.door;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.stormdrain.engines.Database;
import io.stormdrain.engines.Engines;
import io.stormdrain.ingest.registry.Registry;
import io.stormdrain.ingest.source.Platform;
import io.stormdrain.ingest.source.Source;
import io.stormdrain.ingest.source.SourceToken;
import io.stormdrain.ingest.source.TokenKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * An instance has read the registry, and is started again while the registry's database is away.
 */
public final class RegistryCopyResource implements QuarkusTestResourceLifecycleManager {
  static final String SOURCE = "kept";
  private static final String KEY = "0123456789abcdef0123456789abcdef";

  @Override
  public Map<String, String> start() {
    try {
      Path folder = Files.createTempDirectory(Path.of("target"), "copy");
      readOnce(folder.resolve("registry"));
      Map<String, String> settings = new HashMap<>();
      settings.put("kafka.bootstrap.servers", Engines.kafka());
      settings.put("stormdrain.spool.dir", folder.toString());
      settings.put(
          "quarkus.datasource.jdbc.url",
          "jdbc:postgresql://127.0.0.1:" + Forwarder.freePort() + "/none");
      settings.put("quarkus.datasource.username", "nobody");
      settings.put("quarkus.datasource.password", "");
      settings.put("stormdrain.ingest.token-key", KEY);
      settings.put("quarkus.http.test-port", "0");
      return settings;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void readOnce(Path copy) {
    Database database = Engines.database("ingest_copy");
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(database.jdbcUrl());
    source.setUser(database.user());
    source.setPassword(database.password().reveal());
    source.setCurrentSchema("ingest");
    Registry registry =
        Registry.of(
            source,
            TokenKey.of(KEY),
            () -> Flyway.configure().dataSource(source).schemas("ingest").load().migrate(),
            copy,
            InstantSource.system());
    registry.add(
        new Source(SOURCE, SOURCE, Platform.HEROKU, null),
        List.of(),
        List.of(SourceToken.accepted(DoorResource.token(SOURCE))),
        null,
        "-");
  }

  @Override
  public void stop() {
    // The broker ends with the JVM.
  }
}
