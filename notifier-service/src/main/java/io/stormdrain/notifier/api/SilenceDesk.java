package io.stormdrain.notifier.api;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.stormdrain.notifier.delivery.Receivers;
import io.stormdrain.notifier.incident.Incident;
import io.stormdrain.notifier.message.Composer;
import io.stormdrain.notifier.people.Audit;
import io.stormdrain.notifier.people.Deed;
import io.stormdrain.notifier.route.Matchers;
import io.stormdrain.notifier.route.Subject;
import io.stormdrain.notifier.silence.End;
import io.stormdrain.notifier.silence.Silence;
import io.stormdrain.notifier.silence.Silences;
import io.stormdrain.notifier.store.AppReader;
import io.stormdrain.notifier.store.IncidentFilter;
import io.stormdrain.notifier.store.IncidentReader;
import io.stormdrain.notifier.store.NumberedIncident;
import io.stormdrain.notifier.threshold.AlertRule;
import io.stormdrain.notifier.threshold.Rulebook;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where people ask for silence, and end it. */
@Singleton
public class SilenceDesk {

  private static final Logger LOG = LoggerFactory.getLogger(SilenceDesk.class);
  private static final int MOST = 500;

  private final Silences silences;
  private final IncidentReader incidents;
  private final AppReader apps;
  private final Receivers receivers;
  private final Rulebook rules;
  private final Sight sight;
  private final Audit audit;
  private final InstantSource clock;

  SilenceDesk(
      Silences silences,
      IncidentReader incidents,
      AppReader apps,
      Receivers receivers,
      Rulebook rules,
      Sight sight,
      Audit audit,
      InstantSource clock) {
    this.silences = silences;
    this.incidents = incidents;
    this.apps = apps;
    this.receivers = receivers;
    this.rules = rules;
    this.sight = sight;
    this.audit = audit;
    this.clock = clock;
  }

  /** Silences, the latest first. */
  public SilencePage list(boolean all) {
    Instant now = clock.instant();
    return QuarkusTransaction.requiringNew()
        .call(() ->
            new SilencePage(
                (all ? silences.latest() : silences.active(now))
                    .stream()
                        .filter(silence -> sight.covers(silence.matchers()))
                        .map(silence -> SilenceEntry.of(silence, now))
                        .toList()));
  }

  /** What a silence would be about. */
  public SilencePreview preview(SilenceRequest request) {
    Matchers matchers = allowed(request);
    return QuarkusTransaction.requiringNew()
        .call(() ->
            new SilencePreview(
                live(matchers).stream().map(IncidentSummary::of).toList(),
                (int)
                    incidents
                        .list(
                            new IncidentFilter(
                                Set.of(), Set.of(), null, Long.MAX_VALUE, sight.apps()),
                            MOST)
                        .stream()
                        .filter(one -> isLike(matchers, one.incident()))
                        .count()));
  }

  /** Somebody asks for silence. */
  public SilenceEntry add(SilenceRequest request) {
    Instant now = clock.instant();
    Matchers matchers = allowed(request);
    return SilenceEntry.of(
        QuarkusTransaction.requiringNew()
            .call(() -> add(matchers, end(request, now), request.who(), request.reason())),
        now);
  }

  private Silence add(Matchers matchers, End end, String by, String why) {
    Silence silence = silences.add(matchers, end, by, why, clock.instant());
    audit.note(Deed.SILENCE_ADDED, named(silence.id()), matchers.text() + ", as " + by);
    return silence;
  }

  private Matchers allowed(SilenceRequest request) {
    Matchers matchers = request.matchers();
    if (!sight.covers(matchers)) {
      throw ProblemException.forbidden(
          "it would be about apps of others", "apps or teams of yours, by name");
    }
    return matchers;
  }

  /** Silence about what is going on with an incident's app, process and class, for a while. */
  public Silence about(Incident incident, End end, String by, String why) {
    return QuarkusTransaction.requiringNew()
        .call(() -> add(Matchers.of(subject(incident)), end, by, why));
  }

  /** Somebody ends a silence. */
  public SilenceEntry end(long id, String by) {
    Instant now = clock.instant();
    Silence ended =
        QuarkusTransaction.requiringNew()
            .call(() -> ended(id, by, now))
            .orElseThrow(() ->
                ProblemException.notFound(
                    "there is no silence " + id + " that goes on", "the id of a silence"));
    LOG.info("a silence was ended: silence={} by={}", id, by);
    return SilenceEntry.of(ended, now);
  }

  private Optional<Silence> ended(long id, String by, Instant now) {
    boolean isTheirs =
        silences.active(now).stream()
            .anyMatch(silence -> silence.id() == id && sight.covers(silence.matchers()));
    Optional<Silence> ended = isTheirs ? silences.end(id, by, now) : Optional.empty();
    ended.ifPresent(silence -> audit.note(Deed.SILENCE_ENDED, named(id), "as " + by));
    return ended;
  }

  private static String named(long silence) {
    return "silence " + silence;
  }

  private End end(SilenceRequest request, Instant now) {
    return switch (request.mark()) {
      case NEXT_RELEASE -> new End.NextRelease();
      case COUNT_DOUBLES -> new End.CountDoubles(counts(request.matchers()));
      case null -> new End.At(request.time(now));
    };
  }

  private Map<UUID, Long> counts(Matchers matchers) {
    Map<UUID, Long> counts = new HashMap<>();
    for (NumberedIncident one : live(matchers)) {
      incidents
          .view(one.incident().id())
          .filter(view -> !view.findings().isEmpty())
          .ifPresent(view -> counts.put(one.incident().id(), Composer.lead(view).tally().total()));
    }
    if (counts.isEmpty()) {
      throw ProblemException.conflict("nothing is going on that is like that");
    }
    return counts;
  }

  private List<NumberedIncident> live(Matchers matchers) {
    return incidents.live(null, MOST).stream()
        .filter(one -> sight.sees(one.incident().app()) && isLike(matchers, one.incident()))
        .toList();
  }

  private boolean isLike(Matchers matchers, Incident incident) {
    Subject subject = subject(incident);
    return matchers.match(subject, receivers.plan().routing().team(subject));
  }

  private Subject subject(Incident incident) {
    AlertRule rule = rules.inForce().find(incident.type());
    return Subject.of(
        incident,
        rule == null ? null : rule.label(),
        incident.severity(),
        apps.team(incident.app()));
  }
}
