package io.stormdrain.engines;

import java.io.IOException;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.utils.Time;

/**
 * A real Kafka broker in a JVM of its own: {@code Broker --data DIR --port N --controller-port N}.
 * One of a cluster is also told who the others are: {@code --node 1 --controller-ports N,N,N}; its
 * topics are made by whoever starts the cluster.
 *
 * <p>Listens on 127.0.0.1. Prints the one line {@code ready} to standard output when it serves and
 * all topics exist; whatever else it has to say goes to standard error. Ends with its standard
 * input.
 */
public final class Broker {

  /** The line that tells the parent that clients may connect. */
  static final String READY = "ready";

  private static final Duration GRACE = Duration.ofSeconds(15);

  private Broker() {}

  /**
   * Formats the data folder when it is new, then serves until the end of standard input or SIGTERM.
   *
   * @param args see the class
   */
  public static void main(String[] args) {
    PrintStream parent = System.out;
    System.setOut(System.err);
    Lifeline.watch(GRACE);
    try {
      BrokerSettings settings = settings(Arguments.parse(args));
      KafkaRaftServer server = start(settings);
      if (settings.quorum().isAlone()) {
        Topics.create("127.0.0.1:" + settings.port());
      }
      parent.println(READY);
      server.awaitShutdown();
    } catch (Throwable e) {
      System.err.println("Kafka cannot start: " + e);
      // Its threads would keep a half-started broker alive for ever.
      Runtime.getRuntime().halt(1);
    }
  }

  private static BrokerSettings settings(Arguments arguments) throws IOException {
    arguments.allow("data", "port", "controller-port", "node", "controller-ports");
    Path data = Files.createDirectories(Path.of(arguments.text("data"))).toAbsolutePath();
    return new BrokerSettings(data, arguments.number("port"), quorum(arguments));
  }

  private static Quorum quorum(Arguments arguments) {
    return arguments.values().containsKey("node")
        ? new Quorum(arguments.number("node"), arguments.numbers("controller-ports"))
        : Quorum.alone(arguments.number("controller-port"));
  }

  private static KafkaRaftServer start(BrokerSettings settings) throws IOException {
    Properties properties = settings.properties();
    if (!Files.exists(settings.data().resolve("meta.properties"))) {
      format(settings.data(), settings.quorum(), properties);
    }
    KafkaRaftServer server =
        new KafkaRaftServer(KafkaConfig.fromProps(properties, false), Time.SYSTEM);
    Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "broker-shutdown"));
    server.startup();
    return server;
  }

  /** The tool wants a file; what it writes last is the meta.properties that we look for. */
  private static void format(Path data, Quorum quorum, Properties properties) throws IOException {
    Path file = Files.createTempFile("stormdrain-broker", ".properties");
    try {
      try (Writer writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
        properties.store(writer, null);
      }
      List<String> command =
          List.of("format", "-t", quorum.cluster().toString(), "-c", file.toString());
      if (StorageTool.execute(command.toArray(String[]::new), System.err) != 0) {
        throw new IOException("the data folder " + data + " cannot be formatted");
      }
    } finally {
      Files.delete(file);
    }
  }
}
