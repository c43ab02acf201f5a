package io.stormdrain.acceptance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.stormdrain.engines.Database;
import io.stormdrain.engines.Engines;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;

/**
 * Secrets that an app has written into its log, and our own, are in no file that we write: not in
 * the broker's segments, the spool, the database, our logs, and in no message.
 */
final class SecretsTest {

  private static final String APP = "secrets";
  private static final String NOISE = "Zq7Wk2Tn9Xb4Lr8Vd3Hs6Jf1Pc5My0Ga";

  /** Where a search must find something, or it has looked in the wrong place. */
  private static final String WITNESS = "witness-of-the-search";

  private static final Path ENGINES =
      Path.of("target", "engines", Long.toString(ProcessHandle.current().pid()));

  private final Stage stage = Stage.shared();

  /** What apps let slip, and how the line looks. Put together here, so that no scanner cries. */
  private static Map<String, String> secrets() {
    Map<String, String> all = new LinkedHashMap<>();
    add(all, "u-" + NOISE, "could not connect to postgres://shop:%s@db.example.com:5432/shop");
    add(all, "r-" + NOISE, "REDIS_URL=redis://h:%s@cache.example.com:6379");
    add(all, "b." + NOISE + NOISE, "401 from upstream, sent Authorization: Bearer %s");
    add(all, "Yn" + NOISE + "==", "proxy refused Authorization: Basic %s");
    add(all, "p-" + NOISE, "login failed: user=ann password=%s");
    add(all, "k-" + NOISE, "{\"level\":\"error\",\"api_key\":\"%s\",\"msg\":\"denied\"}");
    add(all, "gh" + "p_" + NOISE + "abcd", "git clone failed with token %s");
    add(all, "AK" + "IAZQ7WKTNXBLRVDHSM", "InvalidAccessKeyId: %s does not exist");
    add(all, "xo" + "xb-1234567890-1234567890123-" + NOISE.substring(0, 24), "slack said no to %s");
    add(all, "sk" + "_live_" + NOISE, "stripe refused %s");
    add(all, "sd" + "t_" + NOISE + "Ab3dE6gH9jK", "drain with %s does not answer");
    add(all, Stage.token(APP), "cannot reach https://drain:%s@logs.example.com/logplex");
    return all;
  }

  private static void add(Map<String, String> all, String secret, String line) {
    all.put(secret, line.formatted(secret));
  }

  @Test
  void noSecretIsInAnythingThatWeKeepOrSay() throws Exception {
    tell();
    List<String> secrets = new ArrayList<>(secrets().keySet());
    secrets.add(stage.slack.webhook());
    secrets.add("xoxb-stage-token");
    secrets.add("token-0123456789abcdef");
    secrets.add(stage.database().password().reveal());

    holdsNone("records", secrets, true, Stream.of(records()));
    holdsNone("rows", secrets, true, Stream.of(rows()));
    holdsNone("messages", secrets, true, Stream.of(messages()));
    holdsNone("segments", secrets, false, files(ENGINES.resolve("kafka/data"), ""));
    holdsNone("the database", secrets, false, files(ENGINES.resolve("postgresql/data"), ""));
    holdsNone("own logs", secrets, false, files(Path.of("target", "stage"), ".log"));
  }

  private static void holdsNone(
      String place, List<String> secrets, boolean witnessed, Stream<String> texts) {
    boolean some = false;
    boolean witness = false;
    for (String text : (Iterable<String>) texts::iterator) {
      some |= !text.isBlank();
      witness |= text.contains(WITNESS);
      assertThat(secrets.stream().filter(text::contains)).as("secrets in %s", place).isEmpty();
    }
    assertThat(some).as("something in %s", place).isTrue();
    assertThat(witness || !witnessed).as("the witness in %s", place).isTrue();
  }

  @Test
  void noSecretIsInTheSpool() throws Exception {
    Path folder = Files.createTempDirectory("secrets-spool");
    try (SpoolDoor door = new SpoolDoor("secrets-spool", folder)) {
      Engines.killKafka();
      try {
        int number = 0;
        for (String line : secrets().values()) {
          assertThat(door.post("secret-" + number++, line)).isEqualTo(204);
        }
        assertThat(door.post("witness", WITNESS)).isEqualTo(204);
        holdsNone("the spool", List.copyOf(secrets().keySet()), true, files(folder, ""));
      } finally {
        Engines.restartKafka();
      }
      door.awaitDrained();
    }
  }

  /** Every secret stands in an error of its own, so that it would be evidence, and told. */
  private void tell() {
    String lines =
        secrets().values().stream()
            .map(line -> "1s app[web.1]: " + line)
            .collect(Collectors.joining("\n"));
    String missing =
        "2s app[web.1]: ModuleNotFoundError: No module named '%s'\n".formatted(WITNESS)
            + secrets().values().stream()
                .map(line ->
                    "3s app[web.1]: ERROR:  could not open extension control file \""
                        + line
                        + "\": No such file or directory")
                .collect(Collectors.joining("\n"));
    stage.play(APP, lines + "\n\n" + missing).toTheEnd();
  }

  private String messages() {
    return stage.slack.posts().stream()
            .map(SlackServer.Post::text)
            .collect(Collectors.joining("\n"))
        + stage.mails("").stream().map(Mails::text).collect(Collectors.joining("\n"));
  }

  /** All that the topics hold, decompressed. */
  private static String records() {
    StringBuilder all = new StringBuilder();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", Engines.kafka()),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.listTopics().values().stream()
              .flatMap(List::stream)
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        consumer.poll(Duration.ofMillis(500)).forEach(record -> add(all, record));
      }
    }
    return all.toString();
  }

  private static void add(StringBuilder all, ConsumerRecord<byte[], byte[]> record) {
    if (record.value() != null) {
      all.append(new String(record.value(), ISO_8859_1)).append('\n');
    }
    for (Header header : record.headers()) {
      all.append(new String(header.value(), ISO_8859_1)).append('\n');
    }
  }

  /** All rows of all tables, as a dump would have them. */
  private String rows() throws SQLException {
    Database database = stage.database();
    StringBuilder all = new StringBuilder();
    try (Connection connection =
            DriverManager.getConnection(
                database.jdbcUrl(), database.user(), database.password().reveal());
        Statement statement = connection.createStatement()) {
      for (String table :
          column(
              statement,
              "select schemaname || '.' || tablename from pg_tables"
                  + " where schemaname not in ('pg_catalog', 'information_schema')")) {
        column(statement, "select t::text from " + table + " t")
            .forEach(row -> all.append(row).append('\n'));
      }
    }
    return all.toString();
  }

  private static List<String> column(Statement statement, String query) throws SQLException {
    List<String> values = new ArrayList<>();
    try (ResultSet result = statement.executeQuery(query)) {
      while (result.next()) {
        values.add(result.getString(1));
      }
    }
    return values;
  }

  /** Their bytes, one after the other. Indexes of segments are made at full size, of zeros. */
  private static Stream<String> files(Path folder, String end) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> file.toString().endsWith(end) && !file.toString().endsWith("index"))
          .toList()
          .stream()
          .map(SecretsTest::bytes);
    }
  }

  private static String bytes(Path file) {
    try {
      return new String(Files.readAllBytes(file), ISO_8859_1);
    } catch (NoSuchFileException e) {
      // It has been deleted meanwhile.
      return "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
