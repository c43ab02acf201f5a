package io.stormdrain.ingest.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Why something failed on Render: its webhooks do not say, its API does. What is found becomes a
 * line behind that of the event.
 */
public final class RenderReason {
  private static final ObjectMapper JSON = new ObjectMapper();

  private RenderReason() {}

  /** Is there something to be asked? */
  public static boolean isMissing(Event event) {
    boolean failed = event.name().endsWith(".failed") || event.name().equals("instance.crashed");
    return failed && event.id() != null;
  }

  /**
   * What the API tells of an event.
   *
   * @param event that the webhook told of
   * @param answer of {@code /v1/events/ID}
   * @return null when it gives no reason
   * @throws IOException when it cannot be read
   */
  public static @Nullable Event of(Event event, byte[] answer) throws IOException {
    Payload told = new Payload(read(answer));
    // Of builds and deploys the failure is one of several kinds of reason.
    String at =
        told.at("details.reason.failure").isObject()
            ? "details.reason.failure."
            : "details.reason.";
    boolean memory = told.at(at + "oomKilled").isObject();
    String reason = memory ? null : reason(told, at);
    if (!memory && reason == null) {
      return null;
    }
    return Event.named(memory ? "instance.oom-killed" : "failure.explained")
        .service(event.voice().service())
        .process(told.text("details.instanceID"))
        .deployment(told.text("details.deployId"))
        .id(event.id() + ".reason")
        .at(event.moment())
        .tell("of", event.name())
        .tell("memory", told.text(at + "oomKilled.memoryLimit"))
        .tell("reason", reason)
        .on("render");
  }

  private static JsonNode read(byte[] answer) throws IOException {
    try {
      return JSON.readTree(answer);
    } catch (JsonProcessingException e) {
      throw new IOException("not JSON", e);
    }
  }

  private static @Nullable String reason(Payload told, String at) {
    String code = told.text(at + "nonZeroExit");
    if (code != null) {
      return "exited with status " + code;
    }
    String seconds = told.text(at + "timedOutSeconds");
    if (seconds != null) {
      String why = told.text(at + "timedOutReason");
      return "timed out after " + seconds + " s" + (why == null ? "" : ": " + why);
    }
    String unhealthy = told.text(at + "unhealthy");
    if (unhealthy != null) {
      return "unhealthy: " + unhealthy;
    }
    if (told.at(at + "evicted").asBoolean()) {
      String why = told.text(at + "evictionReason");
      return "evicted" + (why == null ? "" : ": " + why);
    }
    return told.at(at + "earlyExit").asBoolean() ? "exited before it was ready" : null;
  }
}
