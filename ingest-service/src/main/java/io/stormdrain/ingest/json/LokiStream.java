package io.stormdrain.ingest.json;

import io.stormdrain.ingest.message.Message;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What Loki's senders say of a stream, and of each line of it. */
final class LokiStream {
  private final JsonObject labels;

  /**
   * With what its labels say.
   *
   * @param labels not changed from here on
   */
  LokiStream(JsonObject labels) {
    this.labels = labels;
    // Labels have these names too, and say neither what nor when.
    labels.clear(Slot.TEXT);
    labels.clear(Slot.TIME);
    labels.clear(Slot.TRACE);
  }

  /** A line of which nothing is known but what the stream says. */
  JsonObject line() {
    return labels.copy();
  }

  /**
   * The message of a line.
   *
   * @param nanos since 1970 UTC
   * @param text null when the entry has none
   * @param entry as it stands in the body, for who finds no text in it
   */
  static Message message(
      JsonObject line, String nanos, @Nullable String text, Supplier<String> entry) {
    line.clear(Slot.TEXT);
    line.set(Slot.TIME, nanos);
    if (text != null && !text.isEmpty()) {
      line.set(Slot.TEXT, text);
    }
    return JsonMessage.of(line, text == null ? entry : () -> text);
  }
}
