package io.stormdrain.analyzer.signal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.stormdrain.analyzer.line.LogLine;
import io.stormdrain.analyzer.vitals.Vitals;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Signals and vitals as the contract of topic {@code signals} writes them. */
public final class SignalJson {

  private static final JsonFactory JSON = new JsonFactory();
  private static final long NANOS = 1_000_000_000L;

  private SignalJson() {}

  private interface Fields {
    void write(JsonGenerator json) throws IOException;
  }

  /** The record's value for a signal. */
  public static byte[] write(Signal signal) {
    LogLine line = signal.line();
    return object(json -> {
      json.writeStringField("id", signal.id());
      json.writeStringField("type", signal.type());
      json.writeStringField("signature", signal.signature());
      about(json, line.source(), line.app(), line.platform(), line.environment(), line.team());
      optional(json, "process", line.process());
      optional(json, "release", line.release());
      json.writeStringField(
          "time",
          Instant.ofEpochSecond(
                  Math.floorDiv(line.time(), NANOS), Math.floorMod(line.time(), NANOS))
              .toString());
      optional(json, "subject", signal.subject());
      captures(json, signal.captures());
      if (!signal.remediation().isEmpty()) {
        json.writeArrayFieldStart("remediation");
        for (String step : signal.remediation()) {
          json.writeString(step);
        }
        json.writeEndArray();
      }
      json.writeObjectFieldStart("evidence");
      json.writeNumberField("partition", line.partition());
      json.writeNumberField("offset", line.offset());
      json.writeStringField("line", cut(line.text()));
      json.writeEndObject();
    });
  }

  /** The record's value for vitals. */
  public static byte[] write(Vitals vitals) {
    return object(json -> {
      about(
          json,
          vitals.source(),
          vitals.app(),
          vitals.platform(),
          vitals.environment(),
          vitals.team());
      json.writeStringField("from", vitals.from().toString());
      json.writeStringField("until", vitals.until().toString());
      json.writeNumberField("lines", vitals.lines());
      json.writeNumberField("bytes", vitals.bytes());
      counts(json, "requests", vitals.requests());
      if (!vitals.service().isEmpty()) {
        json.writeArrayFieldStart("service");
        for (Vitals.Bucket bucket : vitals.service()) {
          json.writeArray(new long[] {bucket.upperMillis(), bucket.count()}, 0, 2);
        }
        json.writeEndArray();
      }
      memory(json, vitals.memory());
      counts(json, "spoke", vitals.spoke());
      if (vitals.dropped() > 0) {
        json.writeNumberField("dropped", vitals.dropped());
      }
    });
  }

  private static void counts(JsonGenerator json, String name, Map<String, Long> counts)
      throws IOException {
    if (!counts.isEmpty()) {
      json.writeObjectFieldStart(name);
      for (Map.Entry<String, Long> count : counts.entrySet()) {
        json.writeNumberField(count.getKey(), count.getValue());
      }
      json.writeEndObject();
    }
  }

  private static byte[] object(Fields fields) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    try (JsonGenerator json = JSON.createGenerator(bytes)) {
      json.writeStartObject();
      fields.write(json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static void about(
      JsonGenerator json,
      String source,
      String app,
      String platform,
      @Nullable String environment,
      @Nullable String team)
      throws IOException {
    json.writeStringField("source", source);
    json.writeStringField("app", app);
    json.writeStringField("platform", platform);
    optional(json, "environment", environment);
    optional(json, "team", team);
  }

  private static void optional(JsonGenerator json, String name, @Nullable String value)
      throws IOException {
    if (value != null) {
      json.writeStringField(name, value);
    }
  }

  private static void captures(JsonGenerator json, Map<String, Object> captures)
      throws IOException {
    if (captures.isEmpty()) {
      return;
    }
    json.writeObjectFieldStart("captures");
    for (Map.Entry<String, Object> capture : captures.entrySet()) {
      switch (capture.getValue()) {
        case Long number -> json.writeNumberField(capture.getKey(), number);
        case BigDecimal number -> json.writeNumberField(capture.getKey(), number);
        default -> json.writeStringField(capture.getKey(), capture.getValue().toString());
      }
    }
    json.writeEndObject();
  }

  private static void memory(JsonGenerator json, Map<String, Vitals.Memory> memory)
      throws IOException {
    if (memory.isEmpty()) {
      return;
    }
    json.writeObjectFieldStart("memory");
    for (Map.Entry<String, Vitals.Memory> process : memory.entrySet()) {
      json.writeObjectFieldStart(process.getKey());
      json.writeNumberField("used", process.getValue().used());
      if (process.getValue().quota() != null) {
        json.writeNumberField("quota", process.getValue().quota());
      }
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private static String cut(byte[] text) {
    String line = new String(text, StandardCharsets.UTF_8);
    return line.length() <= Signal.MAX_EVIDENCE
        ? line
        : line.substring(0, Signal.MAX_EVIDENCE) + "…";
  }
}
