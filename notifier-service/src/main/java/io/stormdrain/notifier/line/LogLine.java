package io.stormdrain.notifier.line;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * One message of one process, as the topic's contract says it; secrets were taken out on its way
 * in.
 *
 * @param partition of {@code log-lines}
 * @param offset in the partition
 * @param time the line's own
 * @param process {@code web.1}; null where the sender names none
 * @param release {@code v43}; null where it is not known
 * @param ofPlatform whether the platform says it of the process, rather than the process itself
 * @param text hostile: escape it on every way out
 */
public record LogLine(
    int partition,
    long offset,
    Instant time,
    @Nullable String process,
    @Nullable String release,
    boolean ofPlatform,
    String text) {

  static LogLine of(ConsumerRecord<byte[], byte[]> record) {
    return new LogLine(
        record.partition(),
        record.offset(),
        Instant.ofEpochMilli(record.timestamp()),
        header(record, "service.instance.id"),
        header(record, "deployment.id"),
        "platform".equals(header(record, "origin")),
        record.value() == null ? "" : new String(record.value(), UTF_8));
  }

  private static @Nullable String header(ConsumerRecord<byte[], byte[]> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
  }
}
