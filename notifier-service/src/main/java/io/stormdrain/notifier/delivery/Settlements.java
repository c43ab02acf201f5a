package io.stormdrain.notifier.delivery;

import static jakarta.persistence.LockModeType.PESSIMISTIC_WRITE;

import io.stormdrain.notifier.NotifierConfig;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Writes down what became of a claim. Every method runs in its caller's transaction. */
@Singleton
class Settlements {

  private static final int LONGEST_DETAIL = 500;

  private final ReceiverStandings standings;
  private final NotifierConfig config;

  Settlements(ReceiverStandings standings, NotifierConfig config) {
    this.standings = standings;
    this.config = config;
  }

  /**
   * How a claim was settled.
   *
   * @param rows its deliveries as they are now; none when the lease has lapsed and others have
   *     taken over
   * @param news whether the receiver is better or worse than before
   */
  record Settled(List<StoredDelivery> rows, boolean news) {}

  /** Settles a claim. */
  Settled settle(Claim claim, Verdict verdict, Instant now) {
    List<StoredDelivery> rows =
        StoredDelivery.<StoredDelivery>find("claim = ?1 order by seq", claim.token())
            .withLock(PESSIMISTIC_WRITE)
            .list();
    if (rows.isEmpty()) {
      return new Settled(rows, false);
    }
    boolean news =
        switch (verdict) {
          case Verdict.Told told -> told(claim, told, rows, now);
          case Verdict.Again again -> again(claim, again, rows, now);
          case Verdict.Dead dead -> {
            rows.forEach(row -> row.dies(dead.fault(), cut(dead.detail()), now));
            yield standings.bad(claim.receiver(), dead.fault(), cut(dead.detail()), null, now);
          }
        };
    return new Settled(rows, news);
  }

  private boolean told(Claim claim, Verdict.Told told, List<StoredDelivery> rows, Instant now) {
    if (told.conversation() != null) {
      StoredConversation.refer(claim.view().incident().id(), claim.receiver(), told.conversation());
    }
    rows.forEach(row ->
        row.told(
            claim.carrier(),
            told.reference(),
            Missing.after(row.missing(), claim.only(), told.missing()),
            now));
    return standings.good(claim.receiver());
  }

  private boolean again(Claim claim, Verdict.Again again, List<StoredDelivery> rows, Instant now) {
    String detail = cut(again.detail());
    Duration patience = config.delivery().giveUpAfter();
    for (StoredDelivery row : rows) {
      if (!row.owedSince().plus(patience).isAfter(now)) {
        row.dies(Fault.EXPIRED, detail, now);
      } else {
        row.plain = again.plain();
        waits(row, claim, again, detail);
      }
    }
    return standing(claim.receiver(), again, detail, now);
  }

  private static void waits(StoredDelivery row, Claim claim, Verdict.Again again, String detail) {
    Missing missing = Missing.after(row.missing(), claim.only(), again.missing());
    if (again.missing() == null || missing == null) {
      row.waits(again.state(), again.dueAt(), again.fault(), detail);
    } else {
      row.waitsFor(missing, again.dueAt(), again.fault(), detail);
    }
  }

  /** What says something of the message, or of one behind the receiver, is no fault of it. */
  private boolean standing(String receiver, Verdict.Again again, String detail, Instant now) {
    if (again.missing() != null) {
      return standings.good(receiver);
    }
    return switch (again.fault().kind()) {
      case LATER -> standings.good(receiver);
      case FORM -> false;
      case PASSING, OPEN, CONFIGURATION, FINAL ->
          standings.bad(receiver, again.fault(), detail, again.blockedUntil(), now);
    };
  }

  private static String cut(String detail) {
    return detail.substring(0, Math.min(detail.length(), LONGEST_DETAIL));
  }
}
