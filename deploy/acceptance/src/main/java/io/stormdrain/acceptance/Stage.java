package io.stormdrain.acceptance;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.stormdrain.engines.Database;
import io.stormdrain.engines.Engines;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The whole of Stormdrain on this machine, with a Slack and a mail server that listen to it. */
final class Stage implements AutoCloseable {

  private static final Duration SETTLE = Duration.ofSeconds(60);
  private static final Path FOLDER = Path.of("target", "stage").toAbsolutePath();

  final SlackServer slack = new SlackServer();
  final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
  final Service ingest;
  final Service analyzer;
  final Service notifier;
  private final Traffic traffic;
  private final Path sources;
  private final List<String> apps = new ArrayList<>();
  private final int drainPort = freePort();

  private static final class Shared {
    private static final Stage STAGE = new Stage("stage");

    static {
      Runtime.getRuntime().addShutdownHook(new Thread(STAGE::close));
    }
  }

  /** One stage for all stories: starting it takes longer than playing them. */
  static Stage shared() {
    return Shared.STAGE;
  }

  /**
   * Starts everything.
   *
   * @param name of the stage: its database and its log files
   */
  Stage(String name) {
    Database database = Engines.database(name);
    traffic = new Traffic(Engines.kafka(), database);
    mail.start();
    sources = FOLDER.resolve(name + "-sources.yaml");
    writeSources();
    Map<String, String> common = new TreeMap<>();
    common.put("KAFKA_BOOTSTRAP_SERVERS", Engines.kafka());
    Map<String, String> door = new TreeMap<>(common);
    door.put("STORMDRAIN_SOURCES_FILE", sources.toString());
    ingest = new Service("ingest", drainPort, log(name, "ingest"), door);
    analyzer = new Service("analyzer", freePort(), log(name, "analyzer"), common);
    notifier =
        new Service("notifier", freePort(), log(name, "notifier"), telling(database, common));
    List<Service> all = List.of(ingest, analyzer, notifier);
    all.forEach(Service::start);
    awaitReady();
  }

  private Map<String, String> telling(Database database, Map<String, String> common) {
    Map<String, String> environment = new TreeMap<>(common);
    environment.put("QUARKUS_DATASOURCE_JDBC_URL", database.jdbcUrl());
    environment.put("QUARKUS_DATASOURCE_USERNAME", database.user());
    environment.put("QUARKUS_DATASOURCE_PASSWORD", database.password().reveal());
    environment.put("SLACK_WEBHOOK_URL", slack.webhook());
    environment.put("SLACK_BOT_TOKEN", "xoxb-stage-token");
    environment.put("SLACK_CHANNEL", "C1");
    environment.put("SLACK_API_URL", slack.api());
    environment.put("SMTP_HOST", "127.0.0.1");
    environment.put("SMTP_PORT", Integer.toString(mail.getSmtp().getPort()));
    environment.put("SMTP_TLS", "none");
    environment.put("MAIL_FROM", "stormdrain@example.com");
    environment.put("MAIL_TO", "crew@example.com");
    environment.put("STORMDRAIN_PUBLIC_URL", "http://stormdrain.example.com");
    return environment;
  }

  /** An app of its own for one story. */
  Play play(String app, String script) {
    if (!apps.contains(app)) {
      apps.add(app);
      writeSources();
    }
    Play play = new Play(this, app, Script.of(script));
    play.awaitDoor();
    return play;
  }

  String drain(String app) {
    return "http://drain:" + token(app) + "@127.0.0.1:" + drainPort + "/logplex";
  }

  /** Mails about an app, in their order. */
  List<MimeMessage> mails(String app) {
    return Arrays.stream(mail.getReceivedMessages())
        .filter(message -> subject(message).contains(app))
        .toList();
  }

  /** Returns when all services say that they are ready. */
  void awaitReady() {
    List.of(ingest, analyzer, notifier).forEach(Service::awaitReady);
  }

  /** Returns when all that was accepted was read, understood and told: nothing is on its way. */
  void settle() {
    Await.until("rest", SETTLE, this::rests, () -> "still traffic\n" + notifier.log());
  }

  private boolean rests() {
    return traffic.isThrough()
        && Stream.of("pending", "claimed", "retry", "unknown")
            .map(state -> notifier.get("/api/v1/deliveries?limit=1&state=" + state))
            .allMatch(page -> page.contains("\"deliveries\":[]"));
  }

  @Override
  public void close() {
    List.of(ingest, analyzer, notifier).forEach(Service::stop);
    traffic.close();
    slack.close();
    mail.stop();
  }

  private void writeSources() {
    StringBuilder yaml = new StringBuilder("sources:\n");
    List<String> all = new ArrayList<>(apps);
    all.add("stage-idle");
    for (String app : all) {
      yaml.append(
          "  - id: %s\n    app: %s\n    platform: heroku\n    environment: production\n    tokens: [\"%s\"]\n"
              .formatted(app, app, token(app)));
    }
    try {
      Files.createDirectories(FOLDER);
      Path fresh = Files.writeString(FOLDER.resolve(sources.getFileName() + ".new"), yaml);
      Files.move(fresh, sources, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String token(String app) {
    return (app + "-token-0123456789abcdefghijklmnopqrstuvwxyz").substring(0, 43);
  }

  private static Path log(String stage, String service) {
    return FOLDER.resolve(stage + "-" + service + ".log");
  }

  private static String subject(MimeMessage message) {
    try {
      return String.valueOf(message.getSubject());
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
