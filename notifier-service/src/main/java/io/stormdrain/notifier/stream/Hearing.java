package io.stormdrain.notifier.stream;

import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Until when all log lines have been understood. While the analyzer is away or behind, an app may
 * talk without being heard, and must not be called silent. Where nobody has ever read the lines, as
 * with an analyzer of another name, nothing is heard at all.
 */
@Singleton
class Hearing {

  private static final Logger LOG = LoggerFactory.getLogger(Hearing.class);

  private static final String LINES = "log-lines";
  private static final String READER = "analyzer";
  private static final long ANSWER_SECONDS = 3;

  private static final Duration LOOK_EVERY = Duration.ofSeconds(2);

  /** What lines were counted is told every ten seconds. */
  private static final Duration COUNTED = Duration.ofSeconds(10);

  private final Map<String, Object> settings;
  private final InstantSource clock;
  private @Nullable Admin admin;
  private Map<TopicPartition, Long> mark = Map.of();
  private @Nullable Instant markedAt;
  private Instant heard = Instant.EPOCH;
  private Instant lookAgainAt = Instant.EPOCH;

  Hearing(@Identifier("default-kafka-broker") Map<String, Object> kafka, InstantSource clock) {
    this.clock = clock;
    settings = new HashMap<>();
    settings.putAll(kafka);
    settings.put(AdminClientConfig.CLIENT_ID_CONFIG, "notifier-hearing");
    settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 3_000);
    settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 3_000);
  }

  /** What was said until then has been heard. */
  Instant until() {
    Instant now = clock.instant();
    if (now.isBefore(lookAgainAt)) {
      return heard;
    }
    lookAgainAt = now.plus(LOOK_EVERY);
    try {
      if (markedAt == null) {
        mark = ends();
        markedAt = now;
      }
      Map<TopicPartition, Long> read = read();
      boolean all =
          !read.isEmpty()
              && mark.entrySet().stream()
                  .allMatch(end -> read.getOrDefault(end.getKey(), 0L) >= end.getValue());
      if (all) {
        heard = markedAt.minus(COUNTED);
        markedAt = null;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      LOG.debug("what the analyzer has read cannot be seen: {}", e.toString());
    }
    return heard;
  }

  void close() {
    if (admin != null) {
      admin.close(Duration.ofSeconds(1));
    }
  }

  private Map<TopicPartition, Long> ends()
      throws InterruptedException, ExecutionException, TimeoutException {
    Map<String, TopicDescription> topics =
        admin()
            .describeTopics(List.of(LINES))
            .allTopicNames()
            .get(ANSWER_SECONDS, TimeUnit.SECONDS);
    Map<TopicPartition, OffsetSpec> latest =
        topics.values().stream()
            .flatMap(topic -> topic.partitions().stream())
            .collect(
                Collectors.toMap(
                    info -> new TopicPartition(LINES, info.partition()),
                    info -> OffsetSpec.latest()));
    Map<TopicPartition, Long> ends = new HashMap<>();
    admin()
        .listOffsets(latest)
        .all()
        .get(ANSWER_SECONDS, TimeUnit.SECONDS)
        .forEach((partition, end) -> ends.put(partition, end.offset()));
    return ends;
  }

  private Map<TopicPartition, Long> read()
      throws InterruptedException, ExecutionException, TimeoutException {
    Map<TopicPartition, Long> read = new HashMap<>();
    Map<TopicPartition, OffsetAndMetadata> committed =
        admin()
            .listConsumerGroupOffsets(READER)
            .partitionsToOffsetAndMetadata()
            .get(ANSWER_SECONDS, TimeUnit.SECONDS);
    committed.forEach((partition, offset) -> {
      if (offset != null) {
        read.put(partition, offset.offset());
      }
    });
    return read;
  }

  private Admin admin() {
    if (admin == null) {
      admin = Admin.create(settings);
    }
    return admin;
  }
}
