package io.stormdrain.ingest.message;

import org.jspecify.annotations.Nullable;

/**
 * One message of a sender.
 *
 * @param severity null when the sender gives none
 * @param id the sender's own name for this message, the same each time it is delivered
 * @param event what happened, {@code deploy.failed}, when the text is the JSON of an event
 * @param raw not decoded: the text is the bytes as they came
 * @param afterGap the sender says that messages before this one were lost
 */
public record Message(
    Voice voice,
    Text text,
    Moment moment,
    @Nullable Severity severity,
    @Nullable String id,
    @Nullable String event,
    boolean raw,
    boolean afterGap) {

  /** A line of a process. */
  public static Message line(Voice voice, Text text, Moment moment, @Nullable Severity severity) {
    return new Message(voice, text, moment, severity, null, null, false, false);
  }

  /**
   * Something that a platform says has happened.
   *
   * @param json the event, whole
   * @param event what happened, {@code deploy.failed}
   * @param id of the event, the same each time it is delivered
   */
  public static Message event(
      Voice voice, Text json, Moment moment, String event, @Nullable String id) {
    return new Message(voice, json, moment, null, id, event, false, false);
  }

  /** A stretch of a body that could not be decoded. */
  public static Message raw(Text bytes) {
    return new Message(Voice.APP, bytes, Moment.NONE, null, null, null, true, false);
  }

  /** The same, with the sender's own name for it. */
  public Message named(@Nullable String name) {
    return name == null
        ? this
        : new Message(voice, text, moment, severity, name, event, raw, afterGap);
  }

  Message withGapBefore() {
    return new Message(voice, text, moment, severity, id, event, raw, true);
  }
}
