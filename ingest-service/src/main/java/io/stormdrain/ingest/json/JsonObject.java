package io.stormdrain.ingest.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was found in one object. Holds a value per slot, whatever the object's size. */
final class JsonObject {
  /** Names beyond it are passed over. */
  private static final int LONGEST_NAME = 100;

  private static final int DEEPEST = 4;

  private record Found(String value, int rank, boolean number) {}

  private final Map<Slot, Found> found = new EnumMap<>(Slot.class);
  private boolean empty = true;

  /**
   * Reads the object that begins here, to its end.
   *
   * @param within name of an object in which all names are looked for too, as Splunk has {@code
   *     event}
   */
  static JsonObject read(JsonParser parser, String within) throws IOException {
    JsonObject object = new JsonObject();
    object.read(parser, "", within, 0);
    return object;
  }

  private void read(JsonParser parser, String path, String within, int depth) throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      empty = false;
      String own = parser.currentName();
      String name = path + (own.length() > LONGEST_NAME ? "" : own);
      JsonToken value = parser.nextToken();
      boolean object = value == JsonToken.START_OBJECT && depth < DEEPEST;
      if (object && depth == 0 && name.equals(within)) {
        read(parser, "", within, depth + 1);
      } else if (object && Slot.isOpened(name)) {
        read(parser, name + '.', within, depth + 1);
      } else {
        take(parser, name, value);
      }
    }
  }

  private void take(JsonParser parser, String name, JsonToken value) throws IOException {
    List<Slot.Claim> claims = Slot.claims(name);
    if (claims == null || !value.isScalarValue() || value == JsonToken.VALUE_NULL) {
      parser.skipChildren();
      return;
    }
    put(claims, parser.getText(), value.isNumeric());
  }

  private void put(List<Slot.Claim> claims, String text, boolean number) {
    for (Slot.Claim claim : claims) {
      Found before = found.get(claim.slot());
      boolean better = before == null || claim.rank() < before.rank();
      if (better && !text.isEmpty()) {
        found.put(claim.slot(), new Found(text, claim.rank(), number));
      }
    }
  }

  /** The same, to which more can be added. */
  JsonObject copy() {
    JsonObject copy = new JsonObject();
    copy.found.putAll(found);
    copy.empty = empty;
    return copy;
  }

  /** Takes in the names of the object that begins here, to its end. */
  void add(JsonParser parser) throws IOException {
    read(parser, "", "", 0);
  }

  /** Takes in a name and its value. */
  void add(String name, String value) {
    empty = false;
    List<Slot.Claim> claims = Slot.claims(name);
    if (claims != null) {
      put(claims, value, false);
    }
  }

  /** The value of this slot, whatever was found for it. */
  void set(Slot slot, String value) {
    empty = false;
    found.put(slot, new Found(value, 0, false));
  }

  /** Nothing that was found is the value of this slot. */
  void clear(Slot slot) {
    found.remove(slot);
  }

  /** The value of a slot; null when there is none. */
  @Nullable String get(Slot slot) {
    Found value = found.get(slot);
    return value == null ? null : value.value();
  }

  /** Is the slot's value a number? */
  boolean isNumber(Slot slot) {
    Found value = found.get(slot);
    return value != null && value.number();
  }

  /** Has it no names at all? */
  boolean isEmpty() {
    return empty;
  }
}
