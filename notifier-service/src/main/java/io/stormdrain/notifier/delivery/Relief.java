package io.stormdrain.notifier.delivery;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Tells others what a receiver could not be told: at once what it will never take, and after a
 * while what it does not take yet; not what only some of those behind it miss. In its caller's
 * transaction.
 */
@Singleton
class Relief {

  /** So long a receiver is waited for before somebody else is told. */
  static final Duration PATIENCE = Duration.ofMinutes(2);

  /** What died longer ago was seen to, or the fallback came later. */
  private static final Duration LATELY = Duration.ofHours(1);

  private static final int MOST = 200;

  private final Receivers receivers;
  private final Prompts prompts;

  Relief(Receivers receivers, Prompts prompts) {
    this.receivers = receivers;
    this.prompts = prompts;
  }

  /** Does what is due. */
  void look(Instant now) {
    receivers
        .plan()
        .fallbacks()
        .forEach((receiver, fallback) -> {
          for (StoredDelivery row : stuck(receiver, fallback, now)) {
            prompts.tell(
                Prompt.FALLBACK,
                row.incident,
                row.seq,
                fallback,
                "told here because %s cannot be told: %s".formatted(receiver, row.fault),
                now);
          }
        });
  }

  private static List<StoredDelivery> stuck(String receiver, String fallback, Instant now) {
    return StoredDelivery.<StoredDelivery>find(
            """
            from StoredDelivery d
            where d.receiver = ?1 and d.form = MESSAGE and d.fault is not null and d.round = 0
              and d.missing is null
              and ((d.state = DEAD and d.settledAt > ?3)
                or (d.state in (PENDING, RETRY, UNKNOWN) and d.createdAt <= ?4))
              and not exists (
                select 1 from StoredDelivery e
                where e.incident = d.incident and e.receiver = ?2 and e.seq = d.seq)
            order by d.id
            """,
            receiver,
            fallback,
            now.minus(LATELY),
            now.minus(PATIENCE))
        .page(0, MOST)
        .list();
  }
}
