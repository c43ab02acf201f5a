package io.stormdrain.notifier.api;

import io.stormdrain.notifier.route.Attribute;
import io.stormdrain.notifier.route.Matchers;
import io.stormdrain.notifier.threshold.Durations;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Somebody asks for silence. */
public record SilenceRequest(
    @Schema(
            description =
                "What incidents it is about: attributes of the routing file and the texts that they"
                    + " have to be like, as in {\"app\": [\"shop\"], \"class\": [\"memory-quota\"]}")
        @Nullable Map<String, List<String>> match,
    @Schema(
            description = "A time, a while like 1h, next-release, or count-doubles",
            examples = "next-release")
        @Nullable String until,
    @Schema(
            description = "A name that others know",
            minLength = 1,
            maxLength = 100,
            examples = "ann")
        @Nullable String by,
    @Schema(description = "Why", maxLength = 1000, examples = "bigger dyno in v44")
        @Nullable String why) {

  private static final String EXPECTED =
      "{\"match\": {\"app\": [\"shop\"]}, \"until\": \"1h, 2026-02-10T14:00:00Z, next-release or"
          + " count-doubles\", \"by\": \"ann\", \"why\": \"bigger dyno in v44\"}";

  static SilenceRequest in(@Nullable SilenceRequest body) {
    return Said.needed(body, EXPECTED);
  }

  /** How it ends, where that says something of its own. */
  enum Mark {
    NEXT_RELEASE,
    COUNT_DOUBLES
  }

  String who() {
    return Said.who(by, EXPECTED);
  }

  String reason() {
    return Said.what("why", why, EXPECTED);
  }

  Matchers matchers() {
    if (match == null || match.isEmpty()) {
      throw ProblemException.badRequest("a silence about everything hides everything", EXPECTED);
    }
    Map<Attribute, List<String>> wanted = new EnumMap<>(Attribute.class);
    try {
      match.forEach((word, texts) -> wanted.put(Attribute.of(word), texts));
      return new Matchers(wanted);
    } catch (IllegalArgumentException e) {
      throw ProblemException.badRequest(String.valueOf(e.getMessage()), EXPECTED);
    }
  }

  /** The mark that it ends with; null when it ends at a time. */
  @Nullable Mark mark() {
    for (Mark mark : Mark.values()) {
      if (Words.of(mark).equals(until)) {
        return mark;
      }
    }
    return null;
  }

  /** When it ends, if it ends at a time. */
  Instant time(Instant now) {
    if (until == null || until.isEmpty()) {
      throw ProblemException.badRequest("it has to be said until when", EXPECTED);
    }
    Instant time =
        Character.isDigit(until.charAt(0)) && until.contains("-") ? instant() : later(now);
    if (!time.isAfter(now)) {
      throw ProblemException.badRequest("'" + until + "' is over", EXPECTED);
    }
    return time;
  }

  private Instant later(Instant now) {
    try {
      return now.plus(Durations.of(String.valueOf(until)));
    } catch (IllegalArgumentException e) {
      throw ProblemException.badRequest("until: " + e.getMessage(), EXPECTED);
    }
  }

  private Instant instant() {
    try {
      return Instant.parse(String.valueOf(until));
    } catch (DateTimeException e) {
      throw ProblemException.badRequest("'" + until + "' is no time", EXPECTED);
    }
  }
}
