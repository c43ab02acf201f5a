package io.stormdrain.analyzer.stream;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.stormdrain.analyzer.AnalyzerConfig;
import io.stormdrain.analyzer.signal.Signal;
import io.stormdrain.analyzer.signal.SignalJson;
import io.stormdrain.analyzer.vitals.Vitals;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/** The records that leave, as the contracts of their topics write them. */
final class Outgoing {

  private static final Header SIGNAL = new RecordHeader("kind", "signal".getBytes(UTF_8));
  private static final Header VITALS = new RecordHeader("kind", "vitals".getBytes(UTF_8));

  private final AnalyzerConfig config;

  Outgoing(AnalyzerConfig config) {
    this.config = config;
  }

  ProducerRecord<byte[], byte[]> of(Signal signal) {
    List<Header> headers = new ArrayList<>(2);
    headers.add(SIGNAL);
    String traceparent = signal.line().traceparent();
    if (traceparent != null) {
      headers.add(new RecordHeader("traceparent", traceparent.getBytes(UTF_8)));
    }
    return new ProducerRecord<>(
        config.signals(),
        null,
        TimeUnit.NANOSECONDS.toMillis(signal.line().time()),
        signal.line().source().getBytes(UTF_8),
        SignalJson.write(signal),
        headers);
  }

  ProducerRecord<byte[], byte[]> of(Vitals vitals) {
    return new ProducerRecord<>(
        config.signals(),
        null,
        vitals.until().toEpochMilli(),
        vitals.source().getBytes(UTF_8),
        SignalJson.write(vitals),
        List.of(VITALS));
  }

  /** The record as it came, with the reason why it was put aside and the place where it stood. */
  ProducerRecord<byte[], byte[]> parked(
      ConsumerRecord<byte[], byte[]> record, Reading.Reason reason) {
    List<Header> headers = new ArrayList<>();
    record.headers().forEach(headers::add);
    headers.add(text("parked.reason", reason.name()));
    headers.add(text("parked.topic", record.topic()));
    headers.add(text("parked.partition", Integer.toString(record.partition())));
    headers.add(text("parked.offset", Long.toString(record.offset())));
    return new ProducerRecord<>(config.parked(), null, record.key(), record.value(), headers);
  }

  private static Header text(String name, String value) {
    return new RecordHeader(name, value.getBytes(UTF_8));
  }
}
