package io.stormdrain.ingest.logplex;

import io.stormdrain.ingest.message.Fault;
import io.stormdrain.ingest.message.Rfc3339;
import io.stormdrain.ingest.message.Text;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The log lines of one drain body, one at a time: frames with long lines joined, text made valid
 * UTF-8, faulty frames kept raw. What {@link #next} moved to is shown by the other methods.
 */
public final class LogplexLines {
  /** Longest value of a {@code log-lines} record. */
  public static final int MAX_BYTES = Text.MAX_BYTES;

  /** {@link #micros} when the sender's time cannot be read. */
  public static final long UNREADABLE_TIME = Rfc3339.UNREADABLE;

  private static final byte[] NOTHING = {};

  private final byte[] body;
  private final int limit;
  private final FrameHeaders headers;
  private final LogplexFrames frames;
  private final LongLines waiting = new LongLines();
  private final BodyCounts counts;

  private int pieces;

  /** 1 when Logplex put a loss report in front, which is numbered last. */
  private int unnumbered;

  private int index;
  private byte[] value = NOTHING;
  private boolean raw;
  private boolean truncated;
  private boolean afterGap;
  private boolean gap;

  /**
   * @param body bytes of the request, of which the first {@code limit} count
   * @param headers what the request said about them
   */
  public LogplexLines(byte[] body, int limit, FrameHeaders headers) {
    this.body = body;
    this.limit = limit;
    this.headers = headers;
    this.frames = new LogplexFrames(body, limit, headers.sender());
    this.counts = new BodyCounts(headers);
    this.gap = headers.lost() > 0 || headers.dropped() > 0;
  }

  /** Goes to the next line; false when there is none. */
  public boolean next() {
    truncated = false;
    while (frames.next()) {
      index = pieces++ - unnumbered;
      afterGap = gap;
      raw = frames.fault() != Fault.NONE;
      if (raw) {
        counts.faulty(frames.frames(), frames.fault());
        value = Arrays.copyOfRange(body, frames.from(), frames.to());
        return true;
      }
      if (isWhole()) {
        readReport();
        value = text(body, frames.messageFrom(), frames.messageTo());
        return true;
      }
      if (isLongLineEnded()) {
        return true;
      }
    }
    counts.frames(frames.frames());
    LongLine cutOff = waiting.takeOldest();
    if (cutOff != null) {
      show(cutOff);
    }
    return cutOff != null;
  }

  /** Is the frame a line by itself, and not a part of a long one? */
  private boolean isWhole() {
    return !goesOn() && (waiting.isEmpty() || waitingLine() == null);
  }

  private boolean goesOn() {
    return !frames.isEnded() && frames.messageTo() - frames.messageFrom() >= LongLines.PART_BYTES;
  }

  private @Nullable LongLine waitingLine() {
    return waiting.of(body, frames.appFrom(), frames.processTo());
  }

  private boolean isLongLineEnded() {
    LongLine line = waitingLine();
    if (line == null) {
      line = new LongLine(frames.from(), frames.to(), index);
      waiting.open(body, frames.appFrom(), frames.processTo(), line);
    }
    line.add(body, frames.messageFrom(), frames.messageTo());
    if (goesOn()) {
      return false;
    }
    waiting.close(body, frames.appFrom(), frames.processTo());
    show(line);
    return true;
  }

  private void show(LongLine line) {
    frames.read(line.from(), line.to());
    index = line.index();
    raw = false;
    byte[] bytes = line.bytes();
    value = text(bytes, 0, bytes.length);
  }

  private byte[] text(byte[] bytes, int from, int to) {
    Text text = Text.of(bytes, from, to);
    truncated = text.truncated();
    if (truncated) {
      counts.truncated();
    }
    return text.bytes();
  }

  private void readReport() {
    if (!LossReport.mayComeFrom(body, frames.processFrom(), frames.processTo())) {
      return;
    }
    LossReport report = LossReport.read(body, frames.messageFrom(), frames.messageTo());
    if (report == null || !report.isAbout(headers.drainToken())) {
      return;
    }
    counts.lost(report);
    gap = true;
    afterGap = false;
    if (pieces == 1 && headers.sender() == Sender.LOGPLEX) {
      unnumbered = 1;
      index = piecesInAll() - 1;
    }
  }

  /** A repeated frame may have gained a report in front; the others keep their numbers then. */
  private int piecesInAll() {
    LogplexFrames all = new LogplexFrames(body, limit, headers.sender());
    int count = 0;
    while (all.next()) {
      count++;
    }
    return count;
  }

  /** The message, valid UTF-8, at most {@link #MAX_BYTES}; a faulty frame's bytes as they came. */
  public byte[] value() {
    return value;
  }

  /** The line's number in the drain frame, the same each time the frame is delivered. */
  public int index() {
    return index;
  }

  /** The frame could not be decoded: only value and index mean something. */
  public boolean isRaw() {
    return raw;
  }

  public boolean isTruncated() {
    return truncated;
  }

  /** The sender says that lines before this one were lost. */
  public boolean isAfterGap() {
    return afterGap;
  }

  /** {@code PRI}: facility times 8 plus severity. */
  public int priority() {
    return frames.priority();
  }

  /** Microseconds since 1970 UTC, or {@link #UNREADABLE_TIME}. */
  public long micros() {
    return frames.micros();
  }

  /** Offsets of TIMESTAMP in the body. */
  public int timeFrom() {
    return frames.timeFrom();
  }

  public int timeTo() {
    return frames.timeTo();
  }

  /** Offsets of APP-NAME in the body; PROCID follows after one space. */
  public int appFrom() {
    return frames.appFrom();
  }

  public int appTo() {
    return frames.appTo();
  }

  public int processFrom() {
    return frames.processFrom();
  }

  public int processTo() {
    return frames.processTo();
  }

  /** What was counted; complete after {@link #next} gave false. */
  public BodyCounts counts() {
    return counts;
  }
}
