package io.stormdrain.ingest.logplex;

import java.util.EnumMap;
import java.util.Map;

/** What was counted while a body was read; complete once its last line was taken. */
public final class BodyCounts {
  private final FrameHeaders headers;
  private final Map<FrameFault, Integer> faults = new EnumMap<>(FrameFault.class);

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
  void faulty(int frame, FrameFault fault) {
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

  /** Faulty frames by what was wrong with them. */
  public Map<FrameFault, Integer> faults() {
    return faults;
  }

  /** Lines that were cut at the size limit. */
  public int truncatedLines() {
    return truncated;
  }

  /**
   * Lines that the sender says never reached us. Its headers and its reports tell the same loss.
   */
  public long lostLines() {
    return reportedByLogplex
        + Math.max(reportedLost, headers.lost())
        + Math.max(reportedDropped, headers.dropped());
  }

  /** Did the sender announce another number of frames? A body is taken all the same. */
  public boolean isMiscounted() {
    return headers.messages() != FrameHeaders.ABSENT && headers.messages() != frames;
  }
}
