package io.stormdrain.acceptance.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.stormdrain.engines.Engines;
import io.stormdrain.engines.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Containers get the topics that one machine gets, though another tool makes them. */
final class TopicsScriptTest {

  @TempDir private Path kafkaHome;

  @Test
  void makesTheTopicsOfOneMachine() throws Exception {
    assertThat(asked()).isEqualTo(onOneMachine());
  }

  /** What the script asks for, by topic; the tool is one that only writes down what it is told. */
  private Map<String, Map<String, String>> asked() throws Exception {
    Path bin = Files.createDirectories(kafkaHome.resolve("bin"));
    Path told = kafkaHome.resolve("told");
    Files.createFile(
        bin.resolve("kafka-topics.sh"),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    Files.writeString(
        bin.resolve("kafka-topics.sh"), "#!/bin/sh\necho \"$@\" >>'%s'\n".formatted(told));
    ProcessBuilder script =
        new ProcessBuilder("sh", Checkout.path("deploy/docker/topics.sh").toString()).inheritIO();
    script.environment().put("KAFKA_HOME", kafkaHome.toString());
    script.environment().put("KAFKA_BOOTSTRAP_SERVERS", "kafka:19092");

    assertThat(script.start().waitFor()).isZero();

    return read(told);
  }

  private static Map<String, Map<String, String>> read(Path told) throws IOException {
    Map<String, Map<String, String>> topics = new TreeMap<>();
    for (String line : Files.readAllLines(told)) {
      ArrayDeque<String> words = new ArrayDeque<>(Arrays.asList(line.split(" ", -1)));
      Map<String, String> topic = new TreeMap<>();
      String name = "";
      while (!words.isEmpty()) {
        switch (words.remove()) {
          case "--topic" -> name = words.remove();
          case "--partitions" -> topic.put("partitions", words.remove());
          case "--replication-factor" -> topic.put("replicas", words.remove());
          case "--bootstrap-server" -> assertThat(words.remove()).isEqualTo("kafka:19092");
          case "--config" -> {
            String[] setting = words.remove().split("=", 2);
            topic.put(setting[0], setting[1]);
          }
          case "--create", "--if-not-exists" -> {}
          default -> throw new AssertionError(line);
        }
      }
      topics.put(name, topic);
    }
    return topics;
  }

  /** The topics of a real broker, as its owner has set them. */
  private static Map<String, Map<String, String>> onOneMachine() throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", Engines.kafka()))) {
      Map<String, Map<String, String>> topics = new TreeMap<>();
      List<String> names =
          List.of(
              Topics.LOG_LINES,
              Topics.SIGNALS,
              Topics.PARKED,
              Topics.INCIDENTS,
              Topics.INCIDENT_HISTORY);
      for (TopicDescription found : admin.describeTopics(names).allTopicNames().get().values()) {
        Map<String, String> topic = settings(admin, found.name());
        topic.put("partitions", Integer.toString(found.partitions().size()));
        topic.put("replicas", Integer.toString(found.partitions().getFirst().replicas().size()));
        topics.put(found.name(), topic);
      }
      return topics;
    }
  }

  private static Map<String, String> settings(Admin admin, String topic) throws Exception {
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    Map<String, String> settings = new TreeMap<>();
    for (ConfigEntry entry :
        Objects.requireNonNull(admin.describeConfigs(List.of(resource)).all().get().get(resource))
            .entries()) {
      if (entry.source() == ConfigEntry.ConfigSource.DYNAMIC_TOPIC_CONFIG) {
        settings.put(entry.name(), entry.value());
      }
    }
    return settings;
  }
}
