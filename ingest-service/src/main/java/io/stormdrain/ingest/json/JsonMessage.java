package io.stormdrain.ingest.json;

import io.stormdrain.ingest.message.Message;
import io.stormdrain.ingest.message.Moment;
import io.stormdrain.ingest.message.Origin;
import io.stormdrain.ingest.message.Severity;
import io.stormdrain.ingest.message.Severity.Trust;
import io.stormdrain.ingest.message.Text;
import io.stormdrain.ingest.message.Voice;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes a message of what was found in an object. */
final class JsonMessage {
  private static final int SYSLOG_SEVERITIES = 8;
  private static final Pattern LEVEL = Pattern.compile("\\d{1,2}");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,20}(\\.\\d{1,12})?");

  /** How container runtimes write a line; Northflank passes it on. */
  private static final Pattern CONTAINER_LINE =
      Pattern.compile(
          "(\\d{4}-\\d\\d-\\d\\dT[0-9:.+Z-]{9,40}) (stdout|stderr) [FP] (.*)", Pattern.DOTALL);

  private final JsonObject object;
  private final String text;

  /**
   * @param json the object as it stands in the body, for who finds no text in it
   */
  private JsonMessage(JsonObject object, Supplier<String> json) {
    this.object = object;
    String said = object.get(Slot.TEXT);
    this.text = said == null || isRailwaysRequest(object) ? json.get() : said;
  }

  static Message of(JsonObject object, Supplier<String> json) {
    return new JsonMessage(object, json).message();
  }

  /** A line that is no JSON. */
  static Message of(Text line) {
    return contained(line.toString(), Message.line(Voice.APP, line, Moment.NONE, null));
  }

  private Message message() {
    boolean railway = object.get(Slot.RAILWAY) != null;
    // stderr is an error to Railway, whatever stands in the line.
    Severity severity = severity(railway ? Trust.STREAM : Trust.EXPLICIT);
    Message message = Message.line(voice(railway), Text.of(withTrace()), moment(), severity);
    return contained(text, message.named(id()));
  }

  private static Message contained(String text, Message message) {
    boolean likely = text.length() > 30 && text.charAt(4) == '-';
    Matcher line = likely ? CONTAINER_LINE.matcher(text) : null;
    if (line == null || !line.matches()) {
      return message;
    }
    // The runtime's time is when it was said; what stands around it is when it was sent.
    Moment said = Moment.ofText(line.group(1));
    Moment moment = said.isKnown() ? said : message.moment();
    return Message.line(message.voice(), Text.of(line.group(3)), moment, message.severity())
        .named(message.id());
  }

  /** Railway's HTTP log has the path as its message, and what matters beside it. */
  private static boolean isRailwaysRequest(JsonObject object) {
    return "http".equals(object.get(Slot.LOG_TYPE));
  }

  private String withTrace() {
    String trace = object.get(Slot.TRACE);
    if (trace == null || object.get(Slot.TEXT) == null || text.contains(trace.strip())) {
      return text;
    }
    return text + '\n' + trace.stripTrailing();
  }

  private Moment moment() {
    String time = object.get(Slot.TIME);
    if (time == null) {
      return Moment.NONE;
    }
    return NUMBER.matcher(time).matches() || object.isNumber(Slot.TIME)
        ? Moment.ofEpoch(Double.parseDouble(time))
        : Moment.ofText(time);
  }

  private @Nullable Severity severity(Trust trust) {
    String level = object.get(Slot.LEVEL);
    if (level == null || !LEVEL.matcher(level).matches()) {
      return Severity.ofWord(level, trust);
    }
    int number = Integer.parseInt(level);
    // GELF and journald count as syslog does, pino and bunyan by tens.
    return number < SYSLOG_SEVERITIES
        ? Severity.ofPriority(number, trust)
        : Severity.ofPino(number, trust);
  }

  private boolean isVercels() {
    return object.get(Slot.VERCEL) != null && object.get(Slot.SOURCE) != null;
  }

  private @Nullable String id() {
    return isVercels() ? object.get(Slot.ID) : null;
  }

  private Voice voice(boolean railway) {
    String app = object.get(Slot.APP);
    String provider = object.get(Slot.FLY);
    boolean platforms = "runner".equals(provider) || isRailwaysRequest(object);
    return new Voice(
        platforms ? Origin.PLATFORM : Origin.APP,
        platform(railway, provider),
        app,
        process(app),
        object.get(Slot.ENVIRONMENT),
        object.get(Slot.DEPLOYMENT));
  }

  private @Nullable String platform(boolean railway, @Nullable String provider) {
    if (railway) {
      return "railway";
    }
    if (isVercels()) {
      return "vercel";
    }
    return provider == null ? null : "fly";
  }

  /** Vercel names no process; what kind of output it is comes nearest. */
  private @Nullable String process(@Nullable String app) {
    if (isVercels()) {
      return object.get(Slot.SOURCE);
    }
    String process = object.get(Slot.PROCESS);
    // Dokku's containers are called app.web.1.
    if (process == null || app == null || !process.startsWith(app + '.')) {
      return process;
    }
    return process.substring(app.length() + 1);
  }
}
