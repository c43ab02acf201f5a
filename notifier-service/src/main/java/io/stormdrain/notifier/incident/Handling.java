package io.stormdrain.notifier.incident;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What people do with the incidents of one app. Every method says whether it changed anything. */
public final class Handling {

  private final Docket docket;
  private final Lifecycle lifecycle;

  Handling(Docket docket, Lifecycle lifecycle) {
    this.docket = docket;
    this.lifecycle = lifecycle;
  }

  /** Somebody looks after it. */
  public boolean acknowledge(UUID id, String by, Instant at) {
    Incident incident = docket.find(id);
    if (incident == null || !incident.isLive() || incident.acknowledgedBy() != null) {
      return false;
    }
    IncidentState to =
        incident.state() == IncidentState.OPEN ? IncidentState.ACKNOWLEDGED : incident.state();
    enter(incident, to, Reason.ACKNOWLEDGED, null, "", by, at);
    return true;
  }

  /** Somebody says that it is over. */
  public boolean resolve(UUID id, String by, String note, Instant at) {
    Incident incident = docket.find(id);
    if (incident == null || !incident.isLive()) {
      return false;
    }
    lifecycle.overWith(docket.members(id));
    enter(incident, IncidentState.RESOLVED, Reason.RESOLVED, ResolveCause.MANUAL, note, by, at);
    return true;
  }

  /**
   * Somebody says that it is fixed: it is over, and if it comes back it is a regression.
   *
   * @param release with which the fix comes; until then it may be seen; null when it is there
   */
  public boolean fix(UUID id, String by, String note, @Nullable String release, Instant at) {
    Incident incident = docket.find(id);
    if (incident == null || (!incident.isLive() && incident.past().fix() != null)) {
      return false;
    }
    Past.Fix fix = new Past.Fix(by, note, release, at);
    Incident fixed = incident.with(incident.past().fixed(fix));
    if (incident.isLive()) {
      lifecycle.overWith(docket.members(id));
      enter(
          fixed,
          IncidentState.RESOLVED,
          Reason.RESOLVED,
          ResolveCause.FIXED,
          fix.inWords(),
          by,
          at);
    } else {
      enter(fixed, IncidentState.RESOLVED, Reason.NOTED, null, fix.inWords(), by, at);
    }
    return true;
  }

  /** Somebody has something to say. */
  public boolean note(UUID id, String by, String text, Instant at) {
    Incident incident = docket.find(id);
    if (incident == null) {
      return false;
    }
    enter(incident, incident.state(), Reason.NOTED, null, text, by, at);
    return true;
  }

  private void enter(
      Incident incident,
      IncidentState to,
      Reason reason,
      @Nullable ResolveCause cause,
      String detail,
      String by,
      Instant at) {
    docket.put(
        incident,
        new Transition(
            incident.id(),
            incident.seq() + 1,
            at,
            incident.state(),
            to,
            reason,
            cause,
            incident.severity(),
            detail,
            by));
  }
}
