package io.stormdrain.local;

import io.stormdrain.local.data.DataFolder;
import io.stormdrain.local.data.Source;
import io.stormdrain.local.fleet.Console;
import io.stormdrain.local.settings.Receivers;
import io.stormdrain.local.settings.Settings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

  void say(Console console, Set<String> parts, long startNanos) {
    Duration took = Duration.ofNanos(System.nanoTime() - startNanos);
    console.say(
        String.format(Locale.ROOT, "ready in %.1f s%s", took.toMillis() / 1000.0, "")
            + (parts.contains("ingest") ? "" : " (" + String.join(", ", parts) + ")"));
    lines(parts).forEach(console::say);
  }

  private List<String> lines(Set<String> parts) {
    List<String> lines = new ArrayList<>();
    lines.add("");
    if (parts.contains("kafka")) {
      lines.add("  Kafka       %s:%d".formatted(LOOPBACK, addresses.kafka));
    }
    if (parts.contains("postgres")) {
      lines.add(
          "  PostgreSQL  jdbc:postgresql://%s:%d/stormdrain, user stormdrain, password in %s"
              .formatted(LOOPBACK, addresses.postgres, folder.postgresql()));
    }
    if (parts.contains("ingest")) {
      addDrain(lines);
    }
    if (parts.contains("notifier")) {
      String label = "  alerts      ";
      for (String receiver : Receivers.describe(settings)) {
        lines.add(label + "go to " + receiver);
        label = "              ";
      }
    }
    lines.add("  stop        Ctrl-C; the data stays");
    return lines;
  }

  private void addDrain(List<String> lines) {
    lines.add(
        "  drain       http://drain:%s@%s:%d/logplex (app %s)"
            .formatted(
                source.tokens().getFirst().reveal(), LOOPBACK, addresses.ingest, source.app()));
    lines.add("              more sources: " + folder.sources().path());
    lines.add(
        "  metrics     http://127.0.0.1:{%d,%d,%d}/q/metrics"
            .formatted(addresses.ingest, addresses.analyzer, addresses.notifier));
    lines.add(
        "  try         ./stormdrain replay deploy/local/samples/crash-loop.log --app "
            + source.app());
  }
}
