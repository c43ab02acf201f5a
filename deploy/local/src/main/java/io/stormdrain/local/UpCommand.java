package io.stormdrain.local;

import io.stormdrain.engines.Kafka;
import io.stormdrain.engines.Postgres;
import io.stormdrain.local.data.DataFolder;
import io.stormdrain.local.data.FolderLock;
import io.stormdrain.local.data.Source;
import io.stormdrain.local.fleet.Console;
import io.stormdrain.local.fleet.EnginePart;
import io.stormdrain.local.fleet.Fleet;
import io.stormdrain.local.fleet.LogRotation;
import io.stormdrain.local.fleet.Part;
import io.stormdrain.local.settings.EnvFile;
import io.stormdrain.local.settings.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./stormdrain up}. */
@Command(
    name = "up",
    description = {
      "Starts Kafka, PostgreSQL and the three services on this machine, and stops them at Ctrl-C.",
      "Data is kept between runs. This is one node: a disk that dies takes the data with it."
    },
    footer = {"", "Example: ./stormdrain up --data /var/lib/stormdrain --port 9000"})
final class UpCommand implements Runnable {

  /** Who gets a source at the first start. */
  private static final String FIRST_APP = "shop";

  private static final Set<String> PARTS =
      new LinkedHashSet<>(List.of("kafka", "postgres", "ingest", "analyzer", "notifier"));

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Where everything is kept; the usual folder is data beside the script.")
  @Nullable Path data;

  @Option(
      names = "--env",
      paramLabel = "FILE",
      description = "Settings, NAME=value; the usual file is stormdrain.env beside the script.")
  @Nullable Path settingsFile;

  @Option(
      names = "--only",
      paramLabel = "PART",
      split = ",",
      description = "Starts only some of kafka, postgres, ingest, analyzer, notifier.")
  @Nullable List<String> only;

  @ArgGroup(validate = false, heading = "%nPorts:%n")
  Addresses addresses = new Addresses();

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this.")
  boolean help;

  private final Console console = new Console(System.out);

  @Override
  public void run() {
    long start = System.nanoTime();
    Home home = Home.current();
    Set<String> parts = parts();
    Settings settings = settings(home);
    DataFolder folder = home.data(data);
    folder.open();
    FolderLock lock = FolderLock.take(folder);
    Leftovers.await(folder);
    addresses.requireFree(parts);
    Source source = folder.sources().first().orElseGet(() -> folder.sources().add(FIRST_APP));
    folder
        .running()
        .noteAddresses(
            Greeting.door(addresses), Greeting.api(addresses), Greeting.kafka(addresses));
    LogRotation.watch(folder.logs());

    console.say("Stormdrain starts, data and logs in " + folder.path());
    for (String wiring : List.of("KAFKA_BOOTSTRAP_SERVERS", "QUARKUS_DATASOURCE_JDBC_URL")) {
      if (settings.has(wiring)) {
        console.say("  " + wiring + " is set, but up uses its own engines: it is ignored");
      }
    }
    Fleet fleet = new Fleet(console, folder.running());
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(fleet, lock), "stop"));
    start(fleet, parts, home, folder, settings);
    new Greeting(addresses, folder, settings, source).say(console, parts, start);
    awaitEnd();
  }

  private Set<String> parts() {
    if (only == null) {
      return PARTS;
    }
    for (String part : only) {
      if (!PARTS.contains(part)) {
        throw new StormdrainException(
            "--only knows no " + part + ", but " + String.join(", ", PARTS));
      }
    }
    return new LinkedHashSet<>(only);
  }

  private Settings settings(Home home) {
    Path file = settingsFile == null ? home.settingsFile() : settingsFile;
    boolean wanted = settingsFile != null || Files.exists(file);
    return Settings.of(wanted ? EnvFile.read(file) : Map.of(), System.getenv());
  }

  private void start(
      Fleet fleet, Set<String> parts, Home home, DataFolder folder, Settings settings) {
    Kafka kafka =
        new Kafka(
            home.engines(),
            folder.kafka(),
            addresses.kafka,
            addresses.controller,
            folder.log("kafka"));
    Postgres postgres =
        new Postgres(
            home.engines(), folder.postgresql(), addresses.postgres, folder.log("postgresql"));
    if (parts.contains("kafka")) {
      fleet.begin(List.of(new EnginePart("kafka", kafka::start)));
    }
    if (parts.contains("postgres")) {
      fleet.begin(List.of(new EnginePart("postgresql", postgres::start)));
    }
    fleet.awaitReady();
    Services services = new Services(home, folder, addresses, settings, console);
    List<Part> wanted = new ArrayList<>();
    if (parts.contains("ingest")) {
      wanted.add(services.ingest(parts.contains("postgres") ? postgres.database() : null));
    }
    if (parts.contains("analyzer")) {
      wanted.add(services.analyzer());
    }
    if (parts.contains("notifier")) {
      wanted.add(services.notifier(postgres::database));
    }
    fleet.begin(wanted);
    fleet.awaitReady();
  }

  /** Holds the lock to the end: a channel that nobody refers to is closed, and the lock gone. */
  private void stop(Fleet fleet, FolderLock lock) {
    console.say("stopping");
    fleet.stop();
    lock.close();
    console.say("stopped");
  }

  /** The end comes as a signal, and with it the shutdown hook. */
  private static void awaitEnd() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
