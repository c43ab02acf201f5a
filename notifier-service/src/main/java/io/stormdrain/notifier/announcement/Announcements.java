package io.stormdrain.notifier.announcement;

import io.stormdrain.notifier.delivery.Plan;
import io.stormdrain.notifier.delivery.Receiver;
import io.stormdrain.notifier.delivery.Receivers;
import io.stormdrain.notifier.signal.Evidence;
import io.stormdrain.notifier.signal.Signal;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is to be told of which release, each once, noted in the transaction that has heard of it.
 * Every method runs in its caller's transaction.
 */
@Singleton
public class Announcements {

  /**
   * What was made longer ago is history: nobody is told of it when it is read for the first time.
   */
  static final Duration NEWS = Duration.ofDays(1);

  private static final String CREATED = "release.created";
  private static final int LONGEST = 500;

  private final Receivers receivers;
  private final EntityManager entities;
  private final InstantSource clock;

  Announcements(Receivers receivers, EntityManager entities, InstantSource clock) {
    this.receivers = receivers;
    this.entities = entities;
    this.clock = clock;
  }

  /** Notes what is to be told, if the signal speaks of a release. */
  public void hear(Signal signal) {
    Instant now = clock.instant();
    if (!signal.type().equals(CREATED)
        || signal.subject() == null
        || signal.time().plus(NEWS).isBefore(now)) {
      return;
    }
    Plan plan = receivers.plan();
    Set<String> routed =
        plan.routing()
            .reachable(
                signal.app(),
                Objects.requireNonNullElse(signal.environment(), ""),
                signal.platform(),
                Objects.requireNonNullElse(signal.team(), ""));
    plan.receivers().stream()
        .filter(ReleaseListener.class::isInstance)
        .map(Receiver::name)
        .filter(routed::contains)
        .forEach(receiver -> insert(signal, receiver, now));
  }

  private void insert(Signal signal, String receiver, Instant now) {
    entities
        .createNativeQuery(
            """
            insert into announcement (source, app, platform, environment, release, receiver,
              made_at, words, state, created_at, due_at)
            values (?1, ?2, ?3, cast(?4 as text), ?5, ?6, ?7, ?8, 'WAITING', ?9, ?9)
            on conflict do nothing
            """)
        .setParameter(1, signal.source())
        .setParameter(2, signal.app())
        .setParameter(3, signal.platform())
        .setParameter(4, signal.environment())
        .setParameter(5, cut(signal.subject()))
        .setParameter(6, receiver)
        .setParameter(7, signal.time())
        .setParameter(8, cut(words(signal.evidence())))
        .setParameter(9, now)
        .executeUpdate();
  }

  /** Announcements, the latest first. */
  public List<AnnouncementView> latest(@Nullable Set<String> among, int most) {
    String query = among == null ? "order by id desc" : "app in ?1 order by id desc";
    Object[] values = among == null ? new Object[0] : new Object[] {among};
    return StoredAnnouncement.<StoredAnnouncement>find(query, values).page(0, most).stream()
        .map(AnnouncementView::of)
        .toList();
  }

  /** Forgets what has come to its end before then. */
  public void forget(Instant before) {
    StoredAnnouncement.delete("settledAt < ?1", before);
  }

  private static String words(@Nullable Evidence evidence) {
    return evidence == null ? "" : evidence.line();
  }

  private static String cut(@Nullable String text) {
    String all = Objects.requireNonNullElse(text, "");
    return all.substring(0, Math.min(all.length(), LONGEST));
  }
}
