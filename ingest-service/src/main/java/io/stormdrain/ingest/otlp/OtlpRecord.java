package io.stormdrain.ingest.otlp;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.stormdrain.ingest.message.Message;
import io.stormdrain.ingest.message.Moment;
import io.stormdrain.ingest.message.Severity;
import io.stormdrain.ingest.message.Text;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What was read of one log record so far. */
final class OtlpRecord {
  private final Attributes attributes = new Attributes();
  private long nanos;
  private long observedNanos;
  private int severity;
  private @Nullable String severityText;
  private @Nullable Text body;
  private @Nullable String name;

  Attributes attributes() {
    return attributes;
  }

  void time(long nanosSince1970) {
    nanos = nanosSince1970;
  }

  void observed(long nanosSince1970) {
    observedNanos = nanosSince1970;
  }

  void severity(int number) {
    severity = number;
  }

  void severityText(String text) {
    severityText = text;
  }

  void body(Text text) {
    body = text;
  }

  void eventName(String text) {
    name = text;
  }

  Message message(Resource resource) {
    Severity said = Severity.ofNumber(severity, resource.trust());
    return Message.line(
        resource.voice(),
        text(),
        Moment.ofNanos(nanos > 0 ? nanos : observedNanos),
        said == null ? Severity.ofWord(severityText, resource.trust()) : said);
  }

  /**
   * SDKs put an exception beside the message that was logged with it; in a log file it stands
   * below, and that is where it is looked for.
   */
  private Text text() {
    Text said = Objects.requireNonNullElseGet(body, () -> Text.of(name == null ? "" : name));
    String exception = exception();
    if (exception == null || said.truncated()) {
      return said;
    }
    String text = new String(said.bytes(), UTF_8);
    if (text.contains(exception)) {
      return said;
    }
    return Text.of(text.isEmpty() ? exception : text + '\n' + exception);
  }

  private @Nullable String exception() {
    String trace = attributes.first(Attributes.STACK_TRACE);
    if (trace != null) {
      return trace.stripTrailing();
    }
    String type = attributes.first(Attributes.EXCEPTION_TYPE);
    String message = attributes.first(Attributes.EXCEPTION_MESSAGE);
    return type == null || message == null ? message : type + ": " + message;
  }
}
