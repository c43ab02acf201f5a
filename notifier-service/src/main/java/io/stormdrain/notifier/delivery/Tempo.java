package io.stormdrain.notifier.delivery;

import jakarta.inject.Singleton;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Keeps receivers' paces, for all instances together. Every method runs in its caller's
 * transaction, which the next waits for.
 */
@Singleton
class Tempo {

  private final ReceiverStandings standings;

  Tempo(ReceiverStandings standings) {
    this.standings = standings;
  }

  /**
   * What may go to a receiver now.
   *
   * @param paid as {@link Pace} means it
   */
  record Room(Pace pace, int free, @Nullable Instant paid) {

    /** When more may go, once so much has gone. */
    Instant next(int gone, Instant now) {
      return pace.isTimed() ? pace.next(pace.after(paid, now, gone), now) : now;
    }
  }

  /** How much may go now, of so much at most. */
  Room room(Receiver receiver, int most, Instant now) {
    Pace pace = receiver.pace();
    if (!pace.isTimed()) {
      return new Room(pace, most, null);
    }
    Instant paid = standings.locked(receiver.name()).pacedUntil;
    return new Room(pace, Math.min(most, pace.room(paid, now)), paid);
  }

  /** So much goes now. */
  void goes(Receiver receiver, Room room, int gone, Instant now) {
    if (room.pace().isTimed() && gone > 0) {
      standings.locked(receiver.name()).pacedUntil = room.pace().after(room.paid(), now, gone);
    }
  }
}
