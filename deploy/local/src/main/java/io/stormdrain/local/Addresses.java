package io.stormdrain.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where everything listens on this machine: options of {@code up}. */
final class Addresses {

  @Option(
      names = "--listen",
      paramLabel = "ADDRESS",
      defaultValue = "127.0.0.1",
      description =
          "Where the drain's door listens (${DEFAULT-VALUE}); 0.0.0.0 lets other machines in. Everything else stays on 127.0.0.1.")
  String listen = "127.0.0.1";

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "8080",
      description = "Port of the drain's door (${DEFAULT-VALUE}).")
  int ingest;

  @Option(
      names = "--analyzer-port",
      paramLabel = "N",
      defaultValue = "8081",
      description = "Port of the analyzer's metrics and health (${DEFAULT-VALUE}).")
  int analyzer;

  @Option(
      names = "--notifier-port",
      paramLabel = "N",
      defaultValue = "8082",
      description = "Port of the notifier's API, metrics and health (${DEFAULT-VALUE}).")
  int notifier;

  @Option(
      names = "--kafka-port",
      paramLabel = "N",
      defaultValue = "19092",
      description = "Port of Kafka (${DEFAULT-VALUE}).")
  int kafka;

  @Option(
      names = "--controller-port",
      paramLabel = "N",
      defaultValue = "19093",
      description = "Port that Kafka uses for itself (${DEFAULT-VALUE}).")
  int controller;

  @Option(
      names = "--postgres-port",
      paramLabel = "N",
      defaultValue = "15432",
      description = "Port of PostgreSQL (${DEFAULT-VALUE}).")
  int postgres;

  /** One port that is needed, and how to change it. */
  private record Needed(String what, int port, String option, String address) {}

  private List<Needed> all() {
    return List.of(
        new Needed("ingest", ingest, "--port", listen),
        new Needed("analyzer", analyzer, "--analyzer-port", "127.0.0.1"),
        new Needed("notifier", notifier, "--notifier-port", "127.0.0.1"),
        new Needed("kafka", kafka, "--kafka-port", "127.0.0.1"),
        new Needed("kafka", controller, "--controller-port", "127.0.0.1"),
        new Needed("postgres", postgres, "--postgres-port", "127.0.0.1"));
  }

  /**
   * Makes sure that every port is free.
   *
   * @param parts that will be started
   * @throws StormdrainException naming the first one that is not
   */
  void requireFree(Set<String> parts) {
    Map<Integer, String> options = new HashMap<>();
    for (Needed needed : all()) {
      if (parts.contains(needed.what())) {
        String other = options.put(needed.port(), needed.option());
        if (other != null) {
          throw new StormdrainException(
              "%s and %s are both %d".formatted(other, needed.option(), needed.port()));
        }
        requireFree(needed);
      }
    }
  }

  private static void requireFree(Needed needed) {
    if (needed.port() < 1 || needed.port() > 65_535) {
      throw new StormdrainException(
          "%s must be within 1 and 65535, is %d".formatted(needed.option(), needed.port()));
    }
    InetAddress address = address(needed.address());
    if (address == null) {
      throw new StormdrainException("--listen " + needed.address() + " is no address");
    }
    try (ServerSocket socket = new ServerSocket(needed.port(), 1, address)) {
      socket.setReuseAddress(true);
    } catch (IOException e) {
      throw new StormdrainException(
          "port %d (%s) cannot be used (%s): end what listens there, or choose another one with %s"
              .formatted(needed.port(), needed.what(), e.getMessage(), needed.option()),
          e);
    }
  }

  private static @Nullable InetAddress address(String text) {
    try {
      return InetAddress.getByName(text);
    } catch (UnknownHostException e) {
      return null;
    }
  }
}
