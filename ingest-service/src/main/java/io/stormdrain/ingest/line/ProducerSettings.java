package io.stormdrain.ingest.line;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Settings of the producer: what suits this service, overridden by what the operator says under
 * {@code kafka.}, overridden by what the promises of the door rest on.
 */
final class ProducerSettings {
  private static final Map<String, Object> SUITABLE =
      Map.ofEntries(
          Map.entry(ProducerConfig.CLIENT_ID_CONFIG, "stormdrain-ingest"),
          Map.entry(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4"),
          Map.entry(ProducerConfig.LINGER_MS_CONFIG, 2),
          Map.entry(ProducerConfig.BATCH_SIZE_CONFIG, 128 * 1024),
          Map.entry(ProducerConfig.BUFFER_MEMORY_CONFIG, 32L * 1024 * 1024),
          // A broker that is back should be found at once, not after the default of ten seconds.
          Map.entry(ProducerConfig.RECONNECT_BACKOFF_MS_CONFIG, 50L),
          Map.entry(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500L),
          Map.entry(ProducerConfig.RETRY_BACKOFF_MS_CONFIG, 50L),
          Map.entry(ProducerConfig.RETRY_BACKOFF_MAX_MS_CONFIG, 500L),
          Map.entry(ProducerConfig.SOCKET_CONNECTION_SETUP_TIMEOUT_MS_CONFIG, 1_000L),
          Map.entry(ProducerConfig.SOCKET_CONNECTION_SETUP_TIMEOUT_MAX_MS_CONFIG, 2_000L),
          // Its age tells readiness whether Kafka still answers.
          Map.entry(
              ProducerConfig.METADATA_MAX_AGE_CONFIG, KafkaHealth.METADATA_MAX_AGE.toMillis()));

  private ProducerSettings() {}

  /**
   * Complete settings.
   *
   * @param operators what stands under {@code kafka.}, some of it for consumers
   * @param patience after which Kafka's client gives a line up
   */
  static Map<String, Object> of(Map<String, Object> operators, Duration patience) {
    Map<String, Object> settings = new HashMap<>(SUITABLE);
    operators.forEach((name, value) -> {
      if (ProducerConfig.configNames().contains(name)) {
        settings.put(name, value);
      }
    });
    long delivery = patience.toMillis();
    settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    settings.put(ProducerConfig.ACKS_CONFIG, "all");
    settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    settings.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 5);
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) delivery);
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) (delivery / 2));
    // send() is called on the event loop and must never wait there, for memory or for metadata;
    // so metadata may not be forgotten in a quiet hour either.
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 0L);
    settings.put(ProducerConfig.METADATA_MAX_IDLE_CONFIG, Duration.ofDays(365).toMillis());
    return settings;
  }
}
