package io.stormdrain.ingest.otlp;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnsafeByteOperations;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.stormdrain.ingest.message.Text;
import io.stormdrain.ingest.wire.Fields;
import java.io.IOException;
import java.util.Base64;
import java.util.List;

/** Values of OTLP in protobuf, as text. */
final class ProtobufValue {
  /** What is larger is not made into objects. */
  private static final int LARGEST = 128 * 1024;

  private static final int LONGEST_NAME = 64;

  private ProtobufValue() {}

  /** An {@code AnyValue} that stands in this field: text as it is, anything else as JSON. */
  static Text text(Fields field) throws IOException {
    Fields value = field.inner();
    if (value.next() && value.is(AnyValue.STRING_VALUE_FIELD_NUMBER) && value.to() == field.to()) {
      return Text.ofLine(field.body(), value.from(), value.to());
    }
    if (field.length() > LARGEST) {
      throw new InvalidProtocolBufferException("a value that is no text, and too large");
    }
    AnyValue any =
        AnyValue.parseFrom(
            UnsafeByteOperations.unsafeWrap(field.body(), field.from(), field.length()));
    return Text.of(string(any));
  }

  /** Takes a {@code KeyValue} that stands in this field, if its name is known. */
  static void take(Fields field, Attributes into) throws IOException {
    Fields pair = field.inner();
    boolean keyed = pair.next() && pair.is(KeyValue.KEY_FIELD_NUMBER);
    boolean wanted =
        keyed
            && pair.length() < LONGEST_NAME
            && Attributes.isKnown(new String(field.body(), pair.from(), pair.length(), UTF_8));
    if (wanted && field.length() <= LARGEST) {
      KeyValue known =
          KeyValue.parseFrom(
              UnsafeByteOperations.unsafeWrap(field.body(), field.from(), field.length()));
      into.put(known.getKey(), string(known.getValue()));
    }
  }

  private static String string(AnyValue value) {
    if (value.hasStringValue()) {
      return value.getStringValue();
    }
    StringBuilder json = new StringBuilder();
    write(value, json);
    return json.toString();
  }

  private static void write(AnyValue value, StringBuilder json) {
    switch (value.getValueCase()) {
      case STRING_VALUE -> Json.quote(value.getStringValue(), json);
      case BOOL_VALUE -> json.append(value.getBoolValue());
      case INT_VALUE -> json.append(value.getIntValue());
      case DOUBLE_VALUE -> json.append(value.getDoubleValue());
      case BYTES_VALUE ->
          Json.quote(Base64.getEncoder().encodeToString(value.getBytesValue().toByteArray()), json);
      case ARRAY_VALUE -> array(value.getArrayValue().getValuesList(), json);
      case KVLIST_VALUE -> object(value.getKvlistValue().getValuesList(), json);
      case VALUE_NOT_SET -> json.append("null");
    }
  }

  private static void array(List<AnyValue> values, StringBuilder json) {
    json.append('[');
    for (int i = 0; i < values.size(); i++) {
      json.append(i == 0 ? "" : ",");
      write(values.get(i), json);
    }
    json.append(']');
  }

  private static void object(List<KeyValue> values, StringBuilder json) {
    json.append('{');
    for (int i = 0; i < values.size(); i++) {
      json.append(i == 0 ? "" : ",");
      Json.quote(values.get(i).getKey(), json);
      json.append(':');
      write(values.get(i).getValue(), json);
    }
    json.append('}');
  }
}
