package io.stormdrain.notifier.announcement;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.stormdrain.notifier.delivery.Fault;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An announcement's row. */
@Entity
@Table(name = "announcement")
public class StoredAnnouncement extends PanacheEntityBase {

  private static final int LONGEST_DETAIL = 500;

  @Id Long id;

  String source;
  String app;
  String platform;
  @Nullable String environment;
  String release;
  String receiver;

  @Column(name = "made_at")
  Instant madeAt;

  String words;

  @Enumerated(EnumType.STRING)
  AnnouncementState state;

  @Column(name = "created_at")
  Instant createdAt;

  /** When it is tried next; while it is under way, when whoever tries it is given up. */
  @Column(name = "due_at")
  Instant dueAt;

  int attempts;

  /** Nobody knows how the last attempt ended, unless it has been written down since. */
  boolean open;

  @Enumerated(EnumType.STRING)
  @Nullable Fault fault;

  @Nullable String detail;

  @Column(name = "settled_at")
  @Nullable Instant settledAt;

  /** Somebody tries it, and has so long. */
  Announcement claimed(Instant until) {
    Announcement now = new Announcement(app, platform, environment, release, madeAt, words, open);
    attempts++;
    open = true;
    dueAt = until;
    return now;
  }

  void told(Instant at) {
    fault = null;
    detail = null;
    settle(AnnouncementState.SENT, at);
  }

  void waits(Fault why, String more, boolean unknown, Instant until) {
    says(why, more);
    open = unknown;
    dueAt = until;
  }

  void dies(Fault why, String more, Instant at) {
    says(why, more);
    settle(AnnouncementState.DEAD, at);
  }

  private void says(Fault why, String more) {
    fault = why;
    detail = more.substring(0, Math.min(more.length(), LONGEST_DETAIL));
  }

  private void settle(AnnouncementState end, Instant at) {
    state = end;
    open = false;
    settledAt = at;
  }
}
