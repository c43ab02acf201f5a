package io.stormdrain.ingest.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import io.stormdrain.ingest.message.Moment;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The JSON of a request, by the paths of what it says. */
public record Payload(JsonNode json) {

  /** Text or number at a path of names with points between them; null when there is none. */
  public @Nullable String text(String path) {
    JsonNode value = at(path);
    String text = value.isValueNode() && !value.isNull() ? value.asText() : "";
    return text.isBlank() ? null : text;
  }

  /** The first of these paths at which something stands. */
  @Nullable String first(String... paths) {
    for (String path : paths) {
      String text = text(path);
      if (text != null) {
        return text;
      }
    }
    return null;
  }

  /** In lower case; empty when there is none. */
  String word(String path) {
    String text = text(path);
    return text == null ? "" : text.toLowerCase(Locale.ROOT);
  }

  /** A time in RFC 3339, or a number of seconds. */
  Moment moment(String... paths) {
    return Moment.ofText(first(paths));
  }

  /** What stands at a path. */
  JsonNode at(String path) {
    JsonNode value = json;
    for (String name : path.split("\\.", -1)) {
      value = value.path(name);
    }
    return value;
  }
}
