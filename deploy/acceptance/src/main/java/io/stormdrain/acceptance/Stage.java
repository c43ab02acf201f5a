package io.stormdrain.acceptance;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.stormdrain.engines.Database;
import io.stormdrain.engines.Engines;
import io.stormdrain.engines.Ports;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The whole of Stormdrain on this machine, with a Slack and a mail server that listen to it. */
public final class Stage implements AutoCloseable {

  private static final Duration SETTLE = Duration.ofSeconds(60);

  /** Where it keeps its files. */
  public static final Path FOLDER = Path.of("target", "stage").toAbsolutePath();

  private static final String BOT_TOKEN = "xoxb-stage-token";

  public final SlackServer slack = new SlackServer();
  public final Service ingest;
  public final Service analyzer;
  public final Service notifier;

  final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
  private final String name;
  private final String bootstrapServers;
  private final Database database;
  private final Traffic traffic;
  private final Path sources;
  private final List<String> apps = new ArrayList<>(List.of("stage-idle"));

  private static final class Shared {
    private static final Stage STAGE =
        new Stage("stage", Engines.kafka(), Engines.database("stage"), Map.of());

    static {
      Runtime.getRuntime().addShutdownHook(new Thread(STAGE::close));
    }
  }

  /** One stage for all stories: starting it takes longer than playing them. */
  public static Stage shared() {
    return Shared.STAGE;
  }

  /**
   * Starts everything.
   *
   * @param name of the stage: its log files
   * @param bootstrapServers the brokers that it stands on
   * @param database empty
   * @param settings of its notifier, beside the usual ones
   */
  public Stage(
      String name, String bootstrapServers, Database database, Map<String, String> settings) {
    this.name = name;
    this.bootstrapServers = bootstrapServers;
    this.database = database;
    traffic = new Traffic(bootstrapServers, database);
    mail.start();
    sources = FOLDER.resolve(name + "-sources.yaml");
    writeSources();
    ingest = another("ingest", "", Map.of());
    analyzer = another("analyzer", "", Map.of());
    notifier = another("notifier", "", settings);
    all().forEach(Service::start);
    awaitReady();
  }

  private List<Service> all() {
    return List.of(ingest, analyzer, notifier);
  }

  /**
   * One more instance of a service, not started yet; who starts it ends it.
   *
   * @param suffix another for each
   * @param settings beside those that all instances have
   */
  public Service another(String service, String suffix, Map<String, String> settings) {
    Map<String, String> environment = new TreeMap<>();
    environment.put("KAFKA_BOOTSTRAP_SERVERS", bootstrapServers);
    switch (service) {
      case "ingest" -> environment.putAll(door(suffix));
      case "analyzer" -> environment.putAll(reading(suffix));
      default -> environment.putAll(telling());
    }
    environment.putAll(settings);
    Path log = FOLDER.resolve(name + "-" + service + suffix + ".log");
    return new Service(service, Ports.free(1).getFirst(), log, environment);
  }

  private Map<String, String> door(String suffix) {
    try {
      Path spool = Files.createTempDirectory(FOLDER, name + "-spool" + suffix);
      return Map.of(
          "STORMDRAIN_SOURCES_FILE", sources.toString(),
          "STORMDRAIN_SPOOL_DIR", spool.toString(),
          // Honest senders and others are all on this machine.
          "STORMDRAIN_INGEST_HTTP_CONNECTIONS_PER_ADDRESS", "0");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is counted is told sooner than by default: who compares counts waits for it. */
  private static Map<String, String> reading(String suffix) {
    return Map.of(
        "STORMDRAIN_ANALYZER_INSTANCE",
        "analyzer" + suffix,
        "STORMDRAIN_ANALYZER_VITALS_EVERY",
        "2s");
  }

  private Map<String, String> telling() {
    Map<String, String> environment = new TreeMap<>();
    environment.put("QUARKUS_DATASOURCE_JDBC_URL", database.jdbcUrl());
    environment.put("QUARKUS_DATASOURCE_USERNAME", database.user());
    environment.put("QUARKUS_DATASOURCE_PASSWORD", database.password().reveal());
    environment.put("SLACK_WEBHOOK_URL", slack.webhook());
    environment.put("SLACK_BOT_TOKEN", BOT_TOKEN);
    environment.put("SLACK_CHANNEL", "C1");
    environment.put("SLACK_API_URL", slack.api());
    environment.put("STORMDRAIN_NOTIFIER_DELIVERY_PACED", "false");
    environment.put("SMTP_HOST", "127.0.0.1");
    environment.put("SMTP_PORT", Integer.toString(mail.getSmtp().getPort()));
    environment.put("SMTP_TLS", "none");
    environment.put("MAIL_FROM", "stormdrain@example.com");
    environment.put("MAIL_TO", "crew@example.com");
    environment.put("STORMDRAIN_PUBLIC_URL", "http://stormdrain.example.com");
    environment.put("STORMDRAIN_ACCESS", "open");
    // Stories are played at all times of the day.
    environment.put("STORMDRAIN_DIGEST_AT", "never");
    return environment;
  }

  /** The brokers that it stands on. */
  public String bootstrapServers() {
    return bootstrapServers;
  }

  /** What the notifier remembers in. */
  public Database database() {
    return database;
  }

  /** An app of its own for one story. */
  public Play play(String app, String script) {
    admit(List.of(app));
    Play play = new Play(this, app, Script.of(script));
    play.awaitDoor();
    return play;
  }

  /** The door knows them within a second. */
  public void admit(Collection<String> more) {
    List<String> fresh = more.stream().filter(app -> !apps.contains(app)).toList();
    if (!fresh.isEmpty()) {
      apps.addAll(fresh);
      writeSources();
    }
  }

  String drain(String app) {
    return "http://drain:" + token(app) + "@" + ingest.at("/logplex").getAuthority() + "/logplex";
  }

  /** Mails about an app, in their order. */
  public List<MimeMessage> mails(String app) {
    return Arrays.stream(mail.getReceivedMessages())
        .filter(message -> subject(message).contains(app))
        .toList();
  }

  /** Returns when all services say that they are ready. */
  public void awaitReady() {
    all().forEach(Service::awaitReady);
  }

  /** Returns when all that was accepted was read, understood and told: nothing is on its way. */
  public void settle() {
    Await.until("rest", SETTLE, this::rests, () -> "still traffic\n" + notifier.log());
  }

  private boolean rests() {
    return traffic.isThrough()
        && Stream.of("pending", "claimed", "retry", "unknown").allMatch(this::noneGoesOn);
  }

  /** What is held back until its cause is over goes nowhere by itself. */
  private boolean noneGoesOn(String state) {
    String page = notifier.get("/api/v1/deliveries?limit=500&state=" + state);
    long all = page.split("\"id\":", -1).length - 1L;
    long held = page.split("\"held\":\"cause\"", -1).length - 1L;
    return page.contains("\"deliveries\":[") && all == held;
  }

  @Override
  public void close() {
    all().forEach(Service::stop);
    traffic.close();
    slack.close();
    mail.stop();
  }

  private void writeSources() {
    StringBuilder yaml = new StringBuilder("sources:\n");
    for (String app : apps) {
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

  /** What an app shows at the door. */
  public static String token(String app) {
    return (app + "-token-0123456789abcdefghijklmnopqrstuvwxyz").substring(0, 43);
  }

  private static String subject(MimeMessage message) {
    try {
      return String.valueOf(message.getSubject());
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }
}
