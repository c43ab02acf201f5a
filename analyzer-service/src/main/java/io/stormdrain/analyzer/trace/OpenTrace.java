package io.stormdrain.analyzer.trace;

import io.stormdrain.analyzer.line.LogLine;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A stack trace that is still being read. */
final class OpenTrace {

  private static final int MAX_LINES = 300;
  private static final int MAX_FRAMES = 50;

  /** Lines of others between the frames of a Python trace, as two workers write at once. */
  private static final int MAX_STRANGERS = 3;

  /** Lines over which an exception's message may run before its first frame. */
  private static final int MAX_MESSAGE_LINES = 8;

  private final boolean exceptionLast;
  private final long openedAt;
  private final List<Frame> frames = new ArrayList<>();
  private @Nullable LogLine head;
  private @Nullable ExceptionLine exception;
  private @Nullable String rootCause;
  private boolean spoken;
  private boolean kept;
  private boolean chained;
  private int lines;
  private int strangers;

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
    trace.head = head;
    trace.exception = exception;
    trace.spoken = spoken;
    return trace;
  }

  OpenTrace with(Frame frame) {
    strangers = 0;
    frames.add(frame);
    if (frames.size() > MAX_FRAMES) {
      // The innermost frames say where it broke: they stand at the end in Python, else in front.
      frames.remove(exceptionLast ? 0 : MAX_FRAMES);
    }
    return this;
  }

  /** A signature has said what it is about. */
  void spoken() {
    spoken = true;
  }

  /** It is to be told even without a frame and with a name that says nothing. */
  void keep() {
    kept = true;
  }

  long openedAt() {
    return openedAt;
  }

  /** Whether it is complete but for what may be chained to it. */
  boolean isTold() {
    return exceptionLast && exception != null && !chained;
  }

  /**
   * Takes a line that belongs to the trace; false when it does not, or the trace is long enough.
   */
  boolean takes(LogLine line, String text) {
    if (++lines > MAX_LINES) {
      return false;
    }
    return exceptionLast ? takesOfPython(line, text) : takesBehindException(text);
  }

  private boolean takesOfPython(LogLine line, String text) {
    if (LineShape.chains(text)) {
      chained = exception != null;
      return true;
    }
    if (text.isBlank() || (chained && LineShape.opensPython(text))) {
      return true;
    }
    if (isTold()) {
      return false;
    }
    Frame frame = Frame.of(text);
    if (frame != null) {
      with(frame);
      return true;
    }
    return LineShape.isIndented(text) || LineShape.opensPython(text) || takesThrown(line, text);
  }

  private boolean takesThrown(LogLine line, String text) {
    ExceptionLine thrown = ExceptionLine.ofPython(text);
    if (thrown == null) {
      return ++strangers <= MAX_STRANGERS;
    }
    rootCause = exception == null ? null : rootCause == null ? exception.type() : rootCause;
    head = line;
    exception = thrown;
    chained = false;
    return true;
  }

  private boolean takesBehindException(String text) {
    Frame frame = Frame.of(text);
    if (frame != null) {
      with(frame);
      return true;
    }
    if (text.startsWith("Caused by: ")) {
      ExceptionLine cause = ExceptionLine.of(text);
      rootCause = cause == null ? rootCause : cause.type();
      return true;
    }
    if (!frames.isEmpty() || (LineShape.continues(text) && !text.isBlank())) {
      return LineShape.continues(text);
    }
    return isMessage(text);
  }

  /** Whether the line may still be the exception's message, in front of the first frame. */
  private boolean isMessage(String text) {
    boolean untold = exception != null && exception.message().isBlank();
    return ++strangers <= (untold ? MAX_MESSAGE_LINES : text.isBlank() ? 1 : 2);
  }

  /** What was read, or null when it never was said what was thrown, or nothing was. */
  @Nullable Trace trace() {
    if (exception == null || head == null || ExceptionName.isOutcome(exception.type())) {
      return null;
    }
    if (frames.isEmpty() && !kept && !spoken && !exception.isTelling()) {
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
