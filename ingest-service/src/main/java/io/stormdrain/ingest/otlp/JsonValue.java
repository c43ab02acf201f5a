package io.stormdrain.ingest.otlp;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.stormdrain.ingest.message.Text;
import java.io.IOException;

/** Values of OTLP in JSON, as text. */
final class JsonValue {
  /** Enough to fill a record; what comes after it is passed over. */
  private static final int ENOUGH = Text.MAX_BYTES + 1;

  private JsonValue() {}

  /** An {@code AnyValue} that begins here: text as it is, anything else as JSON. */
  static String text(JsonParser parser) throws IOException {
    StringBuilder text = new StringBuilder();
    write(parser, text, true);
    return text.toString();
  }

  /** The parser is at the object's beginning, and then at its end. */
  private static void write(JsonParser parser, StringBuilder out, boolean bare) throws IOException {
    boolean written = false;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String kind = parser.currentName();
      JsonToken value = parser.nextToken();
      if (written || out.length() >= ENOUGH) {
        parser.skipChildren();
      } else {
        written = write(parser, kind, value, out, bare);
      }
    }
    if (!written && !bare) {
      out.append("null");
    }
  }

  private static boolean write(
      JsonParser parser, String kind, JsonToken value, StringBuilder out, boolean bare)
      throws IOException {
    switch (kind) {
      case "arrayValue", "array_value" -> list(parser, value, out, false);
      case "kvlistValue", "kvlist_value" -> list(parser, value, out, true);
      case "stringValue", "string_value", "bytesValue", "bytes_value" -> {
        String text = value.isScalarValue() ? parser.getText() : "";
        parser.skipChildren();
        if (bare) {
          out.append(text);
        } else {
          Json.quote(text, out);
        }
      }
      case "intValue", "int_value", "doubleValue", "double_value", "boolValue", "bool_value" -> {
        out.append(value.isScalarValue() ? parser.getText() : "null");
        parser.skipChildren();
      }
      default -> {
        parser.skipChildren();
        return false;
      }
    }
    return true;
  }

  /** Of {@code {"values": [...]}}. */
  private static void list(JsonParser parser, JsonToken value, StringBuilder out, boolean keyed)
      throws IOException {
    out.append(keyed ? '{' : '[');
    while (value == JsonToken.START_OBJECT && parser.nextToken() == JsonToken.FIELD_NAME) {
      boolean values = parser.currentName().equals("values");
      boolean array = parser.nextToken() == JsonToken.START_ARRAY;
      if (values && array) {
        items(parser, out, keyed);
      } else {
        parser.skipChildren();
      }
    }
    if (value != JsonToken.START_OBJECT) {
      parser.skipChildren();
    }
    out.append(keyed ? '}' : ']');
  }

  private static void items(JsonParser parser, StringBuilder out, boolean keyed)
      throws IOException {
    boolean first = true;
    for (JsonToken t = parser.nextToken(); t != JsonToken.END_ARRAY; t = parser.nextToken()) {
      if (t == null) {
        throw new IOException("it ends too early");
      }
      if (t != JsonToken.START_OBJECT || out.length() >= ENOUGH) {
        parser.skipChildren();
        continue;
      }
      out.append(first ? "" : ",");
      first = false;
      if (keyed) {
        pair(parser, out);
      } else {
        write(parser, out, false);
      }
    }
  }

  private static void pair(JsonParser parser, StringBuilder out) throws IOException {
    boolean keyed = false;
    boolean valued = false;
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      if (name.equals("key") && value == JsonToken.VALUE_STRING && !keyed) {
        Json.quote(parser.getText(), out);
        out.append(':');
        keyed = true;
      } else if (name.equals("value") && value == JsonToken.START_OBJECT && keyed && !valued) {
        write(parser, out, false);
        valued = true;
      } else {
        parser.skipChildren();
      }
    }
    if (!valued) {
      out.append(absent(keyed));
    }
  }

  private static String absent(boolean keyed) {
    return keyed ? "null" : "\"\":null";
  }
}
