package io.stormdrain.ingest.line;

import io.stormdrain.ingest.source.Source;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** The quota of each source, of this instance. */
public final class Quotas {
  private final int usual;
  private final Duration burst;
  private final Map<String, Quota> bySource = new ConcurrentHashMap<>();

  /**
   * None is used.
   *
   * @param usual lines a second of a source that has no quota of its own; 0 for any number
   * @param burst how long a source may have been silent to send all that it saved at once
   */
  public Quotas(int usual, Duration burst) {
    if (usual < 0) {
      throw new IllegalArgumentException(
          "stormdrain.ingest.lines-per-second=%d: 0 or more".formatted(usual));
    }
    if (burst.toMillis() < 1_000) {
      throw new IllegalArgumentException(
          "stormdrain.ingest.quota-burst=%s: at least 1 s".formatted(burst));
    }
    this.usual = usual;
    this.burst = burst;
  }

  /** May this source send nothing more for now? */
  public boolean isSpent(Source source, long now) {
    double perSecond = perSecond(source);
    return perSecond > 0 && of(source, perSecond, now).isSpent(now);
  }

  /** Lines of it that were let in. */
  public void spend(Source source, int lines, long now) {
    double perSecond = perSecond(source);
    if (perSecond > 0) {
      of(source, perSecond, now).spend(lines, now);
    }
  }

  /** Lines a second that it may send; 0 for any number. */
  public int perSecond(Source source) {
    return Objects.requireNonNullElse(source.linesPerSecond(), usual);
  }

  private Quota of(Source source, double perSecond, long now) {
    return bySource.compute(
        source.id(),
        (id, known) ->
            known != null && known.perSecond() == perSecond
                ? known
                : new Quota(perSecond, perSecond * burst.toMillis() / 1e3, now));
  }
}
