package io.stormdrain.notifier.signal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** What a record of topic {@code signals} says. */
public final class SignalRecord {

  private SignalRecord() {}

  /**
   * Reads it.
   *
   * @throws IOException when it is not what the contract says; the message says why
   */
  public static StoryEntry read(ConsumerRecord<byte[], byte[]> record) throws IOException {
    Header kind = record.headers().lastHeader("kind");
    return SignalJson.read(kind == null ? "" : new String(kind.value(), UTF_8), record.value());
  }
}
