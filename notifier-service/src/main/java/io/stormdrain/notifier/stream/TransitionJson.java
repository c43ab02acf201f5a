package io.stormdrain.notifier.stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.stormdrain.notifier.incident.Incident;
import io.stormdrain.notifier.incident.Suspect;
import io.stormdrain.notifier.incident.Transition;
import io.stormdrain.notifier.message.Message;
import io.stormdrain.notifier.store.TransitionFeed;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A transition as it is written to topics {@code incidents} and {@code incident-history}. */
final class TransitionJson {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
          .build();

  private TransitionJson() {}

  /** What changed, and the incident that it changed. */
  private record Document(
      UUID id,
      int seq,
      Instant at,
      String reason,
      @Nullable String from,
      String to,
      @Nullable String cause,
      String detail,
      @Nullable String actor,
      Whole incident) {}

  private record Whole(
      String label,
      String source,
      String app,
      String platform,
      @Nullable String environment,
      @Nullable String process,
      String type,
      String title,
      String severity,
      String state,
      Instant openedAt,
      @Nullable Instant resolvedAt,
      @Nullable String acknowledgedBy,
      @Nullable Release suspect,
      @Nullable UUID previous) {}

  private record Release(String release, Instant at, @Nullable String what, String grade) {}

  static byte[] write(TransitionFeed.Entry entry) {
    Transition transition = entry.transition();
    try {
      return MAPPER.writeValueAsBytes(
          new Document(
              transition.incident(),
              transition.seq(),
              transition.at(),
              word(transition.reason()),
              transition.from() == null ? null : word(transition.from()),
              word(transition.to()),
              transition.cause() == null ? null : word(transition.cause()),
              transition.detail(),
              transition.actor(),
              whole(entry)));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot be written: " + transition, e);
    }
  }

  private static Whole whole(TransitionFeed.Entry entry) {
    Incident incident = entry.incident();
    return new Whole(
        Message.label(entry.label()),
        incident.source(),
        incident.app(),
        incident.platform(),
        incident.environment(),
        incident.process(),
        incident.type(),
        incident.title(),
        incident.severity().word(),
        word(incident.state()),
        incident.openedAt(),
        incident.resolvedAt(),
        incident.acknowledgedBy(),
        release(incident.suspect()),
        incident.previous());
  }

  private static @Nullable Release release(@Nullable Suspect suspect) {
    return suspect == null
        ? null
        : new Release(suspect.release(), suspect.at(), suspect.what(), word(suspect.grade()));
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
