package io.stormdrain.ingest.otlp;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.stormdrain.ingest.message.Text;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads parts of OTLP's JSON: names in lowerCamelCase, 64-bit numbers as text or numbers. */
final class JsonRecord {
  private JsonRecord() {}

  /** A {@code LogRecord} that begins here. */
  static OtlpRecord read(JsonParser parser) throws IOException {
    OtlpRecord record = new OtlpRecord();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      switch (name) {
        case "timeUnixNano", "time_unix_nano" -> record.time(number(parser));
        case "observedTimeUnixNano", "observed_time_unix_nano" -> record.observed(number(parser));
        case "severityNumber", "severity_number" ->
            record.severity(Math.clamp(number(parser), 0, Integer.MAX_VALUE));
        case "severityText", "severity_text" -> record.severityText(string(parser));
        case "eventName", "event_name" -> record.eventName(string(parser));
        case "body" -> body(parser, value, record);
        case "attributes" -> pairs(parser, value, record.attributes());
        default -> parser.skipChildren();
      }
    }
    return record;
  }

  private static void body(JsonParser parser, JsonToken value, OtlpRecord record)
      throws IOException {
    if (value == JsonToken.START_OBJECT) {
      record.body(Text.of(JsonValue.text(parser)));
    } else if (value.isScalarValue() && value != JsonToken.VALUE_NULL) {
      // Not as the protocol has it, but what else can be meant?
      record.body(Text.of(parser.getText()));
    } else {
      parser.skipChildren();
    }
  }

  /** The {@code attributes} of an object that begins here. */
  static void attributes(JsonParser parser, Attributes into) throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      boolean wanted = parser.currentName().equals("attributes");
      JsonToken value = parser.nextToken();
      if (wanted) {
        pairs(parser, value, into);
      } else {
        parser.skipChildren();
      }
    }
  }

  /** The {@code name} of an object that begins here. */
  static @Nullable String name(JsonParser parser) throws IOException {
    String found = null;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      boolean wanted = parser.currentName().equals("name");
      boolean text = parser.nextToken() == JsonToken.VALUE_STRING;
      if (wanted && text) {
        found = parser.getText();
      } else {
        parser.skipChildren();
      }
    }
    return found;
  }

  private static void pairs(JsonParser parser, JsonToken value, Attributes into)
      throws IOException {
    if (value != JsonToken.START_ARRAY) {
      parser.skipChildren();
      return;
    }
    for (JsonToken t = parser.nextToken(); t != JsonToken.END_ARRAY; t = parser.nextToken()) {
      if (t == null) {
        throw new IOException("it ends too early");
      }
      if (t == JsonToken.START_OBJECT) {
        pair(parser, into);
      } else {
        parser.skipChildren();
      }
    }
  }

  private static void pair(JsonParser parser, Attributes into) throws IOException {
    String key = null;
    String value = null;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      JsonToken token = parser.nextToken();
      if (name.equals("key") && token == JsonToken.VALUE_STRING) {
        key = parser.getText();
      } else if (name.equals("value")
          && token == JsonToken.START_OBJECT
          && (key == null || Attributes.isKnown(key))) {
        value = JsonValue.text(parser);
      } else {
        parser.skipChildren();
      }
    }
    if (key != null && value != null) {
      into.put(key, value);
    }
  }

  private static String string(JsonParser parser) throws IOException {
    boolean scalar = parser.currentToken().isScalarValue();
    String text = scalar ? parser.getText() : "";
    parser.skipChildren();
    return text;
  }

  /** 0 when it is none. */
  private static long number(JsonParser parser) throws IOException {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_STRING) {
      try {
        return Long.parseLong(parser.getText().strip());
      } catch (NumberFormatException e) {
        return 0;
      }
    }
    if (token == JsonToken.VALUE_NUMBER_FLOAT) {
      return (long) parser.getDoubleValue();
    }
    parser.skipChildren();
    return 0;
  }
}
