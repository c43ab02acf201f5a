package io.stormdrain.notifier.signal;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads topic {@code signals} as its contract writes it, tolerantly: unknown fields are passed
 * over. Text comes without NUL, which log lines may hold and PostgreSQL cannot keep.
 */
public final class SignalJson {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .addModule(new SimpleModule().addDeserializer(String.class, new StorableText()))
          .enable(DeserializationFeature.USE_LONG_FOR_INTS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private static final ObjectReader SIGNAL = MAPPER.readerFor(Signal.class);
  private static final ObjectReader VITALS = MAPPER.readerFor(Vitals.class);

  private SignalJson() {}

  /**
   * Reads a record's value.
   *
   * @param kind the record's header {@code kind}
   * @throws IOException when it is not what the contract says; the message says why
   */
  public static StoryEntry read(String kind, byte @Nullable [] value) throws IOException {
    ObjectReader reader =
        switch (kind) {
          case "signal" -> SIGNAL;
          case "vitals" -> VITALS;
          default ->
              throw new IOException("unknown kind '" + kind + "', expected signal or vitals");
        };
    try {
      StoryEntry entry = value == null ? null : reader.readValue(value);
      if (entry == null) {
        throw new IOException("the value is empty, expected a JSON object");
      }
      if (entry instanceof Signal signal && signal.evidence() == null) {
        throw new IOException("field is missing: evidence");
      }
      return entry;
    } catch (NullPointerException e) {
      throw new IOException("field is missing: " + e.getMessage(), e);
    }
  }
}
