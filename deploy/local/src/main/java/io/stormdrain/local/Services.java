package io.stormdrain.local;

import io.stormdrain.engines.Database;
import io.stormdrain.engines.Launch;
import io.stormdrain.engines.Supervised;
import io.stormdrain.local.data.DataFolder;
import io.stormdrain.local.fleet.Console;
import io.stormdrain.local.fleet.ServicePart;
import io.stormdrain.local.settings.Settings;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How the three services are started: command, memory, settings. */
final class Services {

  /** Small heaps, quick starts: this is one machine, with Kafka and PostgreSQL beside them. */
  private static final List<String> OPTIONS =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-XX:ReservedCodeCacheSize=64m",
          "-XX:-UsePerfData",
          "-XX:+ExitOnOutOfMemoryError",
          "--enable-native-access=ALL-UNNAMED",
          // Quarkus asks for it in the manifest, which counts with -jar only.
          "--add-opens=java.base/java.lang=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow");

  private static final String LOOPBACK = "127.0.0.1";

  private final Home home;
  private final DataFolder data;
  private final Addresses addresses;
  private final Settings settings;
  private final Console console;

  Services(Home home, DataFolder data, Addresses addresses, Settings settings, Console console) {
    this.home = home;
    this.data = data;
    this.addresses = addresses;
    this.settings = settings;
    this.console = console;
  }

  /**
   * The door.
   *
   * @param database of the registry of sources; null where it is a file alone
   */
  ServicePart ingest(@Nullable Database database) {
    Map<String, String> environment = environment(addresses.listen, addresses.ingest);
    environment.put("STORMDRAIN_SOURCES_FILE", data.sources().path().toString());
    environment.put("STORMDRAIN_SPOOL_DIR", data.spool().toString());
    environment.put("STORMDRAIN_ADMIN_TOKEN", data.adminToken().get().reveal());
    if (database != null) {
      environment.put("STORMDRAIN_TOKEN_KEY", data.tokenKey().get().reveal());
      connect(environment, database);
    }
    return part("ingest", "-Xmx144m", environment, Launch.Output.LOG, addresses.ingest);
  }

  ServicePart analyzer() {
    Map<String, String> environment = environment(LOOPBACK, addresses.analyzer);
    return part("analyzer", "-Xmx144m", environment, Launch.Output.LOG, addresses.analyzer);
  }

  /** What it prints are alerts, for the terminal; its log goes to standard error. */
  ServicePart notifier(Supplier<Database> database) {
    Map<String, String> environment = environment(LOOPBACK, addresses.notifier);
    connect(environment, database.get());
    environment.put("STORMDRAIN_API_TOKEN", apiToken(data, settings));
    environment.put("STORMDRAIN_INGEST_URL", Greeting.door(addresses));
    environment.put("STORMDRAIN_ADMIN_TOKEN", data.adminToken().get().reveal());
    environment.put("STORMDRAIN_ANALYZER_URL", "http://" + LOOPBACK + ":" + addresses.analyzer);
    environment.putIfAbsent(
        "STORMDRAIN_PUBLIC_URL", "http://" + LOOPBACK + ":" + addresses.notifier);
    return part("notifier", "-Xmx160m", environment, Launch.Output.TERMINAL, addresses.notifier);
  }

  private static void connect(Map<String, String> environment, Database database) {
    environment.put("QUARKUS_DATASOURCE_JDBC_URL", database.jdbcUrl());
    environment.put("QUARKUS_DATASOURCE_USERNAME", database.user());
    environment.put("QUARKUS_DATASOURCE_PASSWORD", database.password().reveal());
  }

  /** What the notifier is shown: as the user has set it, else as the data folder has it. */
  static String apiToken(DataFolder data, Settings settings) {
    return settings.value("STORMDRAIN_API_TOKEN").orElseGet(() -> data.apiToken().get().reveal());
  }

  /** What the user has set, and over it what only the launcher can know. */
  private Map<String, String> environment(String host, int port) {
    Map<String, String> environment = new TreeMap<>(settings.values());
    environment.put("QUARKUS_HTTP_HOST", host);
    environment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
    environment.put("KAFKA_BOOTSTRAP_SERVERS", LOOPBACK + ":" + addresses.kafka);
    environment.put("QUARKUS_BANNER_ENABLED", "false");
    environment.put("QUARKUS_LOG_CONSOLE_STDERR", "true");
    return environment;
  }

  private ServicePart part(
      String name, String heap, Map<String, String> environment, Launch.Output output, int port) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add(heap);
    command.addAll(OPTIONS);
    command.add("-cp");
    command.add(supervisor() + ":" + home.serviceJar(name + "-service"));
    command.add(Supervised.class.getName());
    command.add("io.quarkus.bootstrap.runner.QuarkusEntryPoint");
    Launch launch = new Launch(name, command, environment, data.log(name), output);
    return new ServicePart(launch, port, console);
  }

  private static Path supervisor() {
    try {
      return Path.of(Supervised.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
