package io.stormdrain.notifier.api;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.stormdrain.notifier.delivery.Rehearsal;
import io.stormdrain.notifier.route.Subject;
import io.stormdrain.notifier.store.AppReader;
import io.stormdrain.notifier.threshold.AlertRule;
import io.stormdrain.notifier.threshold.Rulebook;
import io.stormdrain.notifier.threshold.Severity;
import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where people ask who would be told. */
@Singleton
public class RehearsalDesk {

  private final Rehearsal rehearsal;
  private final Rulebook rules;
  private final AppReader apps;
  private final Sight sight;
  private final InstantSource clock;

  RehearsalDesk(
      Rehearsal rehearsal, Rulebook rules, AppReader apps, Sight sight, InstantSource clock) {
    this.apps = apps;
    this.rehearsal = rehearsal;
    this.rules = rules;
    this.sight = sight;
    this.clock = clock;
  }

  /** An incident that there might be, as somebody describes it; null where they say nothing. */
  public record Asked(
      @Nullable String app,
      @Nullable String severity,
      @Nullable String type,
      @Nullable String environment,
      @Nullable String platform,
      @Nullable String process,
      @Nullable String at) {}

  /** Who would be told of it, and why. */
  public RehearsalAnswer answer(Asked asked) {
    String app = asked.app();
    if (app == null || app.isEmpty()) {
      throw ProblemException.badRequest("no app is named", "app=shop");
    }
    if (!sight.sees(app)) {
      throw ProblemException.forbidden("'" + app + "' is an app of others", "an app of yours");
    }
    Severity how =
        said(asked.severity()) == null
            ? Severity.HIGH
            : Words.read("severity", List.of(said(asked.severity())), Severity.class)
                .iterator()
                .next();
    Subject subject =
        new Subject(
            app,
            Objects.requireNonNullElse(asked.environment(), ""),
            Objects.requireNonNullElse(asked.platform(), ""),
            Objects.requireNonNullElse(asked.process(), ""),
            classes(said(asked.type())),
            how,
            QuarkusTransaction.requiringNew().call(() -> apps.team(app)));
    String at = said(asked.at());
    Instant when = at == null ? clock.instant() : instant(at);
    String team = rehearsal.team(subject);
    return new RehearsalAnswer(
        when,
        team.isEmpty() ? null : team,
        QuarkusTransaction.requiringNew().call(() -> rehearsal.of(subject, when)).stream()
            .map(part -> RehearsalAnswer.Line.of(part, how, when))
            .toList());
  }

  private Set<String> classes(@Nullable String type) {
    if (type == null) {
      return Set.of();
    }
    AlertRule rule = rules.inForce().find(type);
    return rule == null || rule.label().equals(type) ? Set.of(type) : Set.of(type, rule.label());
  }

  /** A field of a form that was left empty says nothing. */
  private static @Nullable String said(@Nullable String text) {
    return text == null || text.isEmpty() ? null : text;
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw ProblemException.badRequest("'" + text + "' is no time", "2026-03-29T02:30:00Z");
    }
  }
}
