package io.stormdrain.analyzer.trace;

import io.stormdrain.analyzer.line.LogLine;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A stack trace that is still being read. */
final class OpenTrace {

  private static final int MAX_LINES = 300;
  private static final int MAX_FRAMES = 50;

  private final boolean exceptionLast;
  private final long openedAt;
  private final List<Frame> frames = new ArrayList<>();
  private @Nullable LogLine head;
  private @Nullable ExceptionLine exception;
  private @Nullable String rootCause;
  private boolean spoken;
  private int lines;

  private OpenTrace(boolean exceptionLast, long openedAt) {
    this.exceptionLast = exceptionLast;
    this.openedAt = openedAt;
  }

  /** As Python writes it: frames from the outermost inwards, then what was thrown. */
  static OpenTrace exceptionLast(LogLine first) {
    return new OpenTrace(true, first.offset());
  }

  /** As everyone else writes it: what was thrown, then frames from the innermost outwards. */
  static OpenTrace exceptionFirst(LogLine head, ExceptionLine exception, boolean spoken) {
    OpenTrace trace = new OpenTrace(false, head.offset());
    trace.exception(head, exception, spoken);
    return trace;
  }

  OpenTrace with(Frame frame) {
    frames.add(frame);
    if (frames.size() > MAX_FRAMES) {
      // The innermost frames say where it broke: they stand at the end in Python, else in front.
      frames.remove(exceptionLast ? 0 : MAX_FRAMES);
    }
    return this;
  }

  void exception(LogLine line, ExceptionLine what, boolean isSpoken) {
    head = line;
    exception = what;
    spoken |= isSpoken;
  }

  long openedAt() {
    return openedAt;
  }

  /** Whether it has not been said yet what was thrown. */
  boolean awaitsException() {
    return exception == null;
  }

  /**
   * Takes a line that belongs to the trace; false when it does not, or the trace is long enough.
   */
  boolean takes(String text, boolean isSpoken) {
    if (++lines > MAX_LINES) {
      return false;
    }
    Frame frame = Frame.of(text);
    if (frame != null) {
      with(frame);
      return true;
    }
    if (exceptionLast) {
      return text.isBlank() || LineShape.isIndented(text) || LineShape.opensPython(text);
    }
    if (text.startsWith("Caused by: ")) {
      ExceptionLine cause = ExceptionLine.of(text);
      rootCause = cause == null ? rootCause : cause.type();
      spoken |= isSpoken;
      return true;
    }
    return LineShape.continues(text);
  }

  /** What was read, or null when it never was said what was thrown. */
  @Nullable Trace trace() {
    if (exception == null || head == null) {
      return null;
    }
    return new Trace(
        exception.type(),
        exception.message(),
        rootCause == null ? exception.type() : rootCause,
        head,
        exceptionLast ? frames.reversed() : frames,
        spoken);
  }
}
