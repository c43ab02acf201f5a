package io.stormdrain.ingest.webhook;

import io.stormdrain.ingest.message.Message;
import io.stormdrain.ingest.message.Moment;
import io.stormdrain.ingest.message.Origin;
import io.stormdrain.ingest.message.Text;
import io.stormdrain.ingest.message.Voice;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that has happened, in words that are the same for all platforms, written as a line
 * {@code event=deploy.failed native=Deployment.failed ...}.
 *
 * @param name what happened to what: {@code deploy.failed}, {@code instance.crashed}
 * @param id the platform's own name for it, the same each time it is delivered
 * @param told further what is known, by short names, in the order in which it is written
 */
public record Event(
    String name, Voice voice, Moment moment, @Nullable String id, Map<String, String> told) {
  private static final int LONGEST = 500;

  public Event {
    told = Collections.unmodifiableMap(new LinkedHashMap<>(told));
  }

  /** One of this name, of which nothing else is known yet. */
  public static Draft named(String name) {
    return new Draft(name);
  }

  /** As a line of the app's own story. */
  public Message message() {
    return Message.event(voice, Text.of(line()), moment, name, id);
  }

  private String line() {
    StringBuilder line = new StringBuilder("event=").append(name);
    told.forEach((key, value) -> line.append(' ').append(key).append('=').append(quoted(value)));
    return line.toString();
  }

  /** Readers of such lines know no escapes: what would end a value is written otherwise. */
  private static String quoted(String value) {
    String cut = value.length() > LONGEST ? value.substring(0, LONGEST) + "..." : value;
    String plain = cut.replaceAll("[\\s\\p{Cntrl}]+", " ").strip().replace('"', '\'');
    boolean bare = !plain.isEmpty() && plain.indexOf(' ') < 0 && plain.indexOf('=') < 0;
    return bare ? plain : '"' + plain + '"';
  }

  /** Puts an event together. */
  public static final class Draft {
    private final String name;
    private final Map<String, String> told = new LinkedHashMap<>();
    private @Nullable String service;
    private @Nullable String process;
    private @Nullable String environment;
    private @Nullable String deployment;
    private @Nullable String id;
    private Moment moment = Moment.NONE;

    private Draft(String name) {
      this.name = name;
    }

    /** The app that its platform names. */
    public Draft service(@Nullable String value) {
      service = value;
      return this;
    }

    /** The process that it is about. */
    public Draft process(@Nullable String value) {
      process = value;
      return this;
    }

    /** Where it runs. */
    public Draft environment(@Nullable String value) {
      environment = value;
      return this;
    }

    /** What it runs. */
    public Draft deployment(@Nullable String value) {
      deployment = value;
      return this;
    }

    /** The platform's own name for the event. */
    public Draft id(@Nullable String value) {
      id = value;
      return this;
    }

    /** When it happened. */
    public Draft at(Moment value) {
      moment = value;
      return this;
    }

    /** One thing more; nothing when there is none. */
    public Draft tell(String key, @Nullable String value) {
      if (value != null && !value.isBlank()) {
        told.put(key, value);
      }
      return this;
    }

    /**
     * The event.
     *
     * @param platform on which it happened; null when it is that of the source
     */
    public Event on(@Nullable String platform) {
      Voice voice = new Voice(Origin.PLATFORM, platform, service, process, environment, deployment);
      return new Event(name, voice, moment, id, told);
    }
  }
}
