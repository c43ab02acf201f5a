package io.stormdrain.notifier.api;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.stormdrain.notifier.delivery.Rehearsal;
import io.stormdrain.notifier.people.Needs;
import io.stormdrain.notifier.people.Role;
import io.stormdrain.notifier.route.Subject;
import io.stormdrain.notifier.threshold.AlertRule;
import io.stormdrain.notifier.threshold.Rulebook;
import io.stormdrain.notifier.threshold.Severity;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The routes that are in force. */
@Path("/api/v1/routing")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "routing", description = "Who is told of what")
@RunOnVirtualThread
@Needs(Role.VIEWER)
public class RoutingResource {

  private final Rehearsal rehearsal;
  private final Rulebook rules;
  private final Sight sight;
  private final InstantSource clock;

  RoutingResource(Rehearsal rehearsal, Rulebook rules, Sight sight, InstantSource clock) {
    this.rehearsal = rehearsal;
    this.rules = rules;
    this.sight = sight;
    this.clock = clock;
  }

  /** Who would be told. */
  @GET
  @Path("/test")
  @Operation(summary = "Who would be told of an incident that began at a time, and why")
  public RehearsalAnswer test(
      @Parameter(description = "The app", example = "shop") @RestQuery @Nullable String app,
      @Parameter(description = "critical, high, medium or low; else high") @RestQuery
          @Nullable String severity,
      @Parameter(description = "The incident's type", example = "crash-loop") @RestQuery("class")
          @Nullable String type,
      @Parameter(description = "production, staging, ...") @RestQuery @Nullable String environment,
      @Parameter(description = "heroku, railway, render, ...") @RestQuery @Nullable String platform,
      @Parameter(description = "The process", example = "web.1") @RestQuery
          @Nullable String process,
      @Parameter(description = "When, as 2026-03-29T02:30:00Z; else now") @RestQuery
          @Nullable String at) {
    if (app == null || app.isEmpty()) {
      throw ProblemException.badRequest("no app is named", "app=shop");
    }
    if (!sight.sees(app)) {
      throw ProblemException.forbidden("'" + app + "' is an app of others", "an app of yours");
    }
    Severity how =
        severity == null
            ? Severity.HIGH
            : Words.read("severity", List.of(severity), Severity.class).iterator().next();
    Subject subject =
        new Subject(
            app,
            Objects.requireNonNullElse(environment, ""),
            Objects.requireNonNullElse(platform, ""),
            Objects.requireNonNullElse(process, ""),
            classes(type),
            how);
    Instant when = at == null ? clock.instant() : instant(at);
    String team = rehearsal.team(app);
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

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeException e) {
      throw ProblemException.badRequest("'" + text + "' is no time", "2026-03-29T02:30:00Z");
    }
  }
}
