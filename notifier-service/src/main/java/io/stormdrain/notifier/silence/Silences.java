package io.stormdrain.notifier.silence;

import io.stormdrain.notifier.route.Matchers;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The silences that people asked for. Every method runs in its caller's transaction. */
@Singleton
public class Silences {

  private static final int MOST = 500;

  /** Those that are not over, as far as the clock knows. */
  public List<Silence> active(Instant now) {
    return StoredSilence.<StoredSilence>find(
            "endedAt is null and (endsAt is null or endsAt > ?1) order by id desc", now)
        .page(0, MOST)
        .stream()
        .map(StoredSilence::value)
        .toList();
  }

  /** All there ever were, the latest first. */
  public List<Silence> latest() {
    return StoredSilence.<StoredSilence>find("order by id desc").page(0, MOST).stream()
        .map(StoredSilence::value)
        .toList();
  }

  /** Somebody asks for silence. */
  public Silence add(Matchers matchers, End end, String by, String why, Instant now) {
    StoredSilence row = StoredSilence.of(matchers, end, by, why, now);
    row.persistAndFlush();
    return row.value();
  }

  /** Somebody ends it; empty when there is none of that number that goes on. */
  public Optional<Silence> end(long id, String by, Instant now) {
    return StoredSilence.<StoredSilence>find("id = ?1 and endedAt is null", id)
        .firstResultOptional()
        .map(row -> {
          row.endedAt = now;
          row.endedBy = by;
          return row.value();
        });
  }
}
