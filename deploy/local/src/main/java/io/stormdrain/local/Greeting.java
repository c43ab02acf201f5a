package io.stormdrain.local;

import io.stormdrain.local.data.DataFolder;
import io.stormdrain.local.data.Source;
import io.stormdrain.local.fleet.Console;
import io.stormdrain.local.service.ServiceApi;
import io.stormdrain.local.settings.Receivers;
import io.stormdrain.local.settings.Settings;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What {@code up} says when everything serves.
 *
 * @param addresses where it serves
 * @param folder its data
 * @param settings of the user
 * @param source whose drain is shown
 */
record Greeting(Addresses addresses, DataFolder folder, Settings settings, Source source) {

  private static final String LOOPBACK = "127.0.0.1";

  /** The drain's door as this machine reaches it. */
  static String door(Addresses addresses) {
    return "http://" + LOOPBACK + ":" + addresses.ingest;
  }

  /** The notifier's API as this machine reaches it. */
  static String api(Addresses addresses) {
    return "http://" + LOOPBACK + ":" + addresses.notifier;
  }

  /** Kafka as this machine reaches it. */
  static String kafka(Addresses addresses) {
    return LOOPBACK + ":" + addresses.kafka;
  }

  void say(Console console, Set<String> parts, long startNanos) {
    Duration took = Duration.ofNanos(System.nanoTime() - startNanos);
    console.say(String.format(Locale.ROOT, "ready in %.1f s", took.toMillis() / 1000.0));
    console.say("");
    if (parts.contains("ingest")) {
      sayDrain(console);
    }
    if (parts.contains("notifier")) {
      String label = "alerts";
      for (String receiver : Receivers.describe(settings)) {
        line(console, label, receiver);
        label = "";
      }
      line(console, "console", api(addresses) + "/");
      firstLink()
          .ifPresent(link -> {
            line(console, "", "nobody has an account yet; make yours here, this link works once:");
            line(console, "", link);
          });
    }
    sayEngines(console, parts);
    if (parts.contains("ingest")) {
      line(
          console,
          "try",
          "./stormdrain replay deploy/local/samples/crash-loop.log --app " + source.app());
    }
    line(console, "stop", "Ctrl-C; the data stays");
  }

  /** The one place where a token is shown: the address is useless without it. */
  private void sayDrain(Console console) {
    String token = source.tokens().getFirst().reveal();
    line(
        console,
        "drain",
        "http://drain:%s@%s:%d/logplex (app %s)"
            .formatted(token, LOOPBACK, addresses.ingest, source.app()));
    line(console, "", "more sources: " + folder.sources().path());
    line(
        console,
        "metrics",
        "%s/q/metrics, and the same on %d and %d"
            .formatted(door(addresses), addresses.analyzer, addresses.notifier));
  }

  /** The link with which whoever comes first gets in; empty when somebody has an account. */
  private Optional<String> firstLink() {
    ServiceApi notifier =
        new ServiceApi("notifier", URI.create(api(addresses)), Services.apiToken(folder, settings));
    try {
      return notifier.get("/api/v1/accounts").path("accounts").isEmpty()
              && !settings.value("STORMDRAIN_ACCESS").equals(Optional.of("open"))
          ? Optional.of(notifier.post("/api/v1/accounts/first", Map.of()).path("link").asText())
          : Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private void sayEngines(Console console, Set<String> parts) {
    if (parts.contains("kafka")) {
      line(console, "kafka", kafka(addresses));
    }
    if (parts.contains("postgres")) {
      line(
          console,
          "postgresql",
          "%s:%d, user and database stormdrain, password in %s"
              .formatted(LOOPBACK, addresses.postgres, folder.postgresql()));
    }
  }

  private static void line(Console console, String label, String text) {
    console.say("  %-11s %s".formatted(label, text));
  }
}
