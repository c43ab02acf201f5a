package io.stormdrain.ingest.message;

import java.util.EnumMap;
import java.util.Map;

/** A tally that a decoder keeps; one that has more to tell extends it. */
public class Count implements Tally {
  private final Map<Fault, Integer> faults = new EnumMap<>(Fault.class);
  private int decoded;
  private int truncated;
  private long lost;

  /** A message on its way out, marked when the sender admitted a loss before it. */
  public final Message of(Message message) {
    if (message.raw()) {
      return message;
    }
    decoded++;
    truncated += message.text().truncated() ? 1 : 0;
    boolean afterGap = lost > 0;
    lost += RateLimit.dropped(message.text().bytes());
    return afterGap ? message.withGapBefore() : message;
  }

  /** One stretch of the body could not be decoded, however many messages it is kept in. */
  public final void faulty(Fault fault) {
    faults.merge(fault, 1, Integer::sum);
  }

  /** Messages that were decoded. */
  public final int decoded() {
    return decoded;
  }

  @Override
  public final Map<Fault, Integer> faults() {
    return faults;
  }

  @Override
  public final int truncatedLines() {
    return truncated;
  }

  @Override
  public final long lostLines() {
    return lost;
  }

  @Override
  public final boolean isMiscounted() {
    return false;
  }

  @Override
  public final boolean isUndecodable() {
    return decoded == 0 && !faults.isEmpty();
  }
}
