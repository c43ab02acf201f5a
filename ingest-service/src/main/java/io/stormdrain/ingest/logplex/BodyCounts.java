package io.stormdrain.ingest.logplex;

import io.stormdrain.ingest.message.Fault;
import io.stormdrain.ingest.message.Tally;
import java.util.EnumMap;
import java.util.Map;

/** What was counted while a body was read; complete once its last line was taken. */
public final class BodyCounts implements Tally {
  private final FrameHeaders headers;
  private final Map<Fault, Integer> faults = new EnumMap<>(Fault.class);

  private int frames;
  private int lastFaulty;
  private int truncated;
  private long reportedByLogplex;
  private long reportedLost;
  private long reportedDropped;

  BodyCounts(FrameHeaders headers) {
    this.headers = headers;
  }

  /** A raw stretch is one faulty frame, however many pieces it takes. */
  void faulty(int frame, Fault fault) {
    if (frame != lastFaulty) {
      lastFaulty = frame;
      faults.merge(fault, 1, Integer::sum);
    }
  }

  void lost(LossReport report) {
    switch (report.code()) {
      case "L12" -> reportedDropped += report.lines();
      case "L13" -> reportedLost += report.lines();
      default -> reportedByLogplex += report.lines();
    }
  }

  void truncated() {
    truncated++;
  }

  void frames(int count) {
    frames = count;
  }

  @Override
  public Map<Fault, Integer> faults() {
    return faults;
  }

  @Override
  public int truncatedLines() {
    return truncated;
  }

  /**
   * Lines that the sender says never reached us. Its headers and its reports tell the same loss.
   */
  @Override
  public long lostLines() {
    return reportedByLogplex
        + Math.max(reportedLost, headers.lost())
        + Math.max(reportedDropped, headers.dropped());
  }

  @Override
  public boolean isMiscounted() {
    return headers.messages() != FrameHeaders.ABSENT && headers.messages() != frames;
  }

  /** Logplex throws away what is refused for its content: nothing ever is. */
  @Override
  public boolean isUndecodable() {
    return false;
  }
}
