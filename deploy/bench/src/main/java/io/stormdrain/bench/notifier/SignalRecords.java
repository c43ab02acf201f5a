package io.stormdrain.bench.notifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/** Records of topic {@code signals}, as the analyzer's contract has them. */
final class SignalRecords {

  private static final String TOPIC = "signals";
  private static final List<Header> SIGNAL =
      List.of(new RecordHeader("kind", "signal".getBytes(UTF_8)));
  private static final List<Header> VITALS =
      List.of(new RecordHeader("kind", "vitals".getBytes(UTF_8)));

  private static final String HEAD =
      "\"source\":\"%1$s\",\"app\":\"%1$s\",\"platform\":\"heroku\",\"environment\":\"production\",\"process\":\"web.1\",";

  private long number;

  /** Rows that a constraint forbids: a trouble of its own for each {@code key} of the app. */
  ProducerRecord<byte[], byte[]> forbidden(String app, int key, Instant at) {
    return signal(
        app,
        "constraint.violated",
        "postgres-unique",
        "orders_key_" + key,
        "ERROR:  duplicate key value violates unique constraint \"orders_key_%d\"".formatted(key),
        at);
  }

  /** A process dies at its start for want of a module. */
  ProducerRecord<byte[], byte[]> missing(String app, Instant at) {
    return signal(
        app,
        "module.missing",
        "python-module-missing",
        "bs4",
        "ModuleNotFoundError: No module named 'bs4'",
        at);
  }

  /** Healthy counts of ten seconds. */
  ProducerRecord<byte[], byte[]> vitals(String app, Instant until) {
    String json =
        ("{"
                + HEAD
                + "\"from\":\"%2$s\",\"until\":\"%3$s\",\"lines\":120,\"bytes\":24000,"
                + "\"requests\":{\"2xx\":90},\"service\":[[32,60],[64,30]]}")
            .formatted(app, until.minusSeconds(10), until);
    return new ProducerRecord<>(
        TOPIC, null, until.toEpochMilli(), app.getBytes(UTF_8), json.getBytes(UTF_8), VITALS);
  }

  private ProducerRecord<byte[], byte[]> signal(
      String app, String type, String signature, String subject, String line, Instant at) {
    String json =
        ("{\"id\":\"0/%2$d/%4$s\",\"type\":\"%3$s\",\"signature\":\"%4$s\","
                + HEAD
                + "\"time\":\"%5$s\",\"subject\":\"%6$s\",\"captures\":{\"module\":\"%6$s\"},"
                + "\"remediation\":[\"Look at what writes it.\"],"
                + "\"evidence\":{\"partition\":0,\"offset\":%2$d,\"line\":\"%7$s\"}}")
            .formatted(app, number++, type, signature, at, subject, line.replace("\"", "\\\""));
    return new ProducerRecord<>(
        TOPIC, null, at.toEpochMilli(), app.getBytes(UTF_8), json.getBytes(UTF_8), SIGNAL);
  }
}
