package io.stormdrain.notifier.signal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A classified fact about an app.
 *
 * @param id of the signal; the same line always makes the same
 * @param type the fact: {@code process.exited}, {@code module.missing}
 * @param team to whom the app belongs, as its source says; null where it says nothing
 * @param process {@code web.1}; null where the sender names none
 * @param subject what it is about, as the log writes it
 * @param captures what was read from the line: text and numbers
 * @param remediation what to do, most likely first
 * @param evidence the line that says so; null where it was counted from many
 */
public record Signal(
    String id,
    String type,
    String source,
    String app,
    String platform,
    @Nullable String environment,
    @Nullable String team,
    @Nullable String process,
    @Nullable String release,
    Instant time,
    @Nullable String subject,
    Map<String, Object> captures,
    List<String> remediation,
    @Nullable Evidence evidence)
    implements StoryEntry {

  public Signal {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(app, "app");
    Objects.requireNonNull(platform, "platform");
    Objects.requireNonNull(time, "time");
    captures = captures == null ? Map.of() : Collections.unmodifiableMap(captures);
    remediation = remediation == null ? List.of() : List.copyOf(remediation);
  }

  /** Of an app of which nobody says to whom it belongs. */
  public Signal(
      String id,
      String type,
      String source,
      String app,
      String platform,
      @Nullable String environment,
      @Nullable String process,
      @Nullable String release,
      Instant time,
      @Nullable String subject,
      Map<String, Object> captures,
      List<String> remediation,
      @Nullable Evidence evidence) {
    this(
        id,
        type,
        source,
        app,
        platform,
        environment,
        null,
        process,
        release,
        time,
        subject,
        captures,
        remediation,
        evidence);
  }

  /** Which signature recognised it: the last part of its id. */
  public String signature() {
    return id.substring(id.lastIndexOf('/') + 1);
  }

  /** {@code web} of {@code web.1}. */
  public @Nullable String processType() {
    if (process == null) {
      return null;
    }
    int dot = process.indexOf('.');
    return dot < 0 ? process : process.substring(0, dot);
  }

  /**
   * Whether its line came so late that it is old news: others of its app, of more than a quarter of
   * an hour later, came before it.
   */
  public boolean isLate() {
    return captures.containsKey("late");
  }

  /** A capture as text, null when there is none of that name. */
  public @Nullable String capture(String name) {
    Object value = captures.get(name);
    return value == null ? null : value.toString();
  }

  /** A capture as a number, null when there is none. */
  public @Nullable Long number(String name) {
    return captures.get(name) instanceof Number number ? number.longValue() : null;
  }

  /** The same line seen as another fact. */
  public Signal as(String otherType, Map<String, Object> more) {
    return as(otherType, subject, more);
  }

  /** The same with this to be done first. */
  public Signal advising(List<String> steps) {
    List<String> all = new ArrayList<>(steps);
    all.addAll(remediation);
    return new Signal(
        id,
        type,
        source,
        app,
        platform,
        environment,
        process,
        release,
        time,
        subject,
        captures,
        all,
        evidence);
  }

  /** The same line seen as another fact about something else. */
  public Signal as(String otherType, @Nullable String about, Map<String, Object> more) {
    Map<String, Object> all = new LinkedHashMap<>(captures);
    all.putAll(more);
    return new Signal(
        id,
        otherType,
        source,
        app,
        platform,
        environment,
        team,
        process,
        release,
        time,
        about,
        all,
        remediation,
        evidence);
  }
}
