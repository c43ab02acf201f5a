package io.stormdrain.analyzer.trace;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.stormdrain.analyzer.line.LogLine;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Puts the stack traces of one process together, one line per record. A healthy line costs a look
 * at its first bytes; text is only made of lines that may belong to a trace.
 *
 * <pre>
 *   idle --"Traceback (most recent ..."---> in trace, the exception comes last (Python)
 *   idle --name of an exception-----------> in trace, the exception came first
 *   idle --frame behind an exception------> in trace, the exception came first
 *   in trace --frame, cause, chain--------> in trace
 *   in trace --any other line-------------> idle, the trace is complete
 *   in trace --2 s without a line---------> idle, the trace is complete
 * </pre>
 */
public final class TraceReader {

  /** A process that says nothing for this long has ended its trace. */
  private static final long MAX_GAP_NANOS = 2_000_000_000L;

  private static final int MAX_TEXT = 1_000;
  private static final int MAX_KEPT = 4_096;

  private static final byte[] NOTHING = {};

  private @Nullable LogLine previous;
  private @Nullable LogLine beforePrevious;
  private boolean previousSpoken;
  private boolean beforePreviousSpoken;
  private boolean explained;
  private @Nullable OpenTrace open;

  /**
   * Takes the next line of the process.
   *
   * @return the trace that ended before this line, if any
   */
  public @Nullable Trace accept(LogLine line) {
    Trace ended = null;
    if (open != null && previous != null && line.time() - previous.time() > MAX_GAP_NANOS) {
      ended = close();
    }
    if (open != null) {
      ended = proceed(open, line);
    } else if (LineShape.mayOpenTrace(line.text(), previous == null ? NOTHING : previous.text())) {
      open = begin(line, text(line));
    }
    if (open != null) {
      // Its headline is taken; what follows the trace must not find it again.
      beforePrevious = null;
      previous = kept(line);
      previousSpoken = false;
    } else if (line.text().length > 0) {
      beforePrevious = previous;
      beforePreviousSpoken = previousSpoken;
      previous = kept(line);
      previousSpoken = false;
    }
    return ended;
  }

  /**
   * The trace whose exception the last line named, with the frames so far; null when it did not.
   */
  public @Nullable Trace here() {
    return open != null && previous != null && open.isTold() ? open.trace() : null;
  }

  /**
   * A signature has said what the last line is about: its trace needs no signal of its own.
   *
   * @param explains whether an exception that the next line names is what was told
   */
  public void spoken(boolean explains) {
    previousSpoken = true;
    explained = explains;
    if (open != null) {
      open.spoken();
    }
  }

  /**
   * Something is known of the last line that is only to be told if its trace brings nothing better.
   * Begins a trace with the line where none is open.
   */
  public void hold(LogLine line) {
    if (open == null) {
      String text = text(line);
      ExceptionLine exception = ExceptionLine.of(text);
      open =
          OpenTrace.exceptionFirst(
              line, exception == null ? new ExceptionLine("Error", text, false) : exception, false);
      beforePrevious = null;
    }
    open.keep();
  }

  /** Ends the open trace, as when its process has fallen silent or has exited. */
  public @Nullable Trace close() {
    Trace trace = open == null ? null : open.trace();
    open = null;
    previous = null;
    beforePrevious = null;
    return trace;
  }

  /** Offset of the line that opened the trace that is being read, -1 when none is. */
  public long openedAt() {
    return open == null ? -1 : open.openedAt();
  }

  private @Nullable OpenTrace begin(LogLine line, String text) {
    if (LineShape.opensPython(text)) {
      return OpenTrace.exceptionLast(line);
    }
    Frame frame = Frame.of(text);
    if (frame == null) {
      return named(line, text, previousSpoken && explained);
    }
    if (LineShape.isPythonFrame(text)) {
      return OpenTrace.exceptionLast(line).with(frame);
    }
    OpenTrace trace = behind(previous, previousSpoken);
    if (trace == null) {
      trace = behind(beforePrevious, beforePreviousSpoken);
    }
    return trace == null ? null : trace.with(frame);
  }

  /** What is thrown right behind a line that a signature knows is that line's trouble. */
  private static @Nullable OpenTrace named(LogLine line, String text, boolean spoken) {
    if (!LineShape.opensAtOnce(text) && ExceptionName.end(line.text()) == 0) {
      return null;
    }
    ExceptionLine exception = ExceptionLine.of(text);
    return exception == null ? null : OpenTrace.exceptionFirst(line, exception, spoken);
  }

  /** A trace whose exception stands in an earlier line, if it does. */
  private static @Nullable OpenTrace behind(@Nullable LogLine line, boolean spoken) {
    ExceptionLine exception = line == null ? null : ExceptionLine.of(text(line));
    return line == null || exception == null
        ? null
        : OpenTrace.exceptionFirst(line, exception, spoken);
  }

  private @Nullable Trace proceed(OpenTrace trace, LogLine line) {
    String text = text(line);
    if (trace.takes(line, text)) {
      return null;
    }
    Trace ended = close();
    open = begin(line, text);
    return ended;
  }

  /** Every process has its last two lines kept: of long ones only what is ever looked at. */
  private static LogLine kept(LogLine line) {
    return line.text().length <= MAX_KEPT
        ? line
        : line.withText(Arrays.copyOf(line.text(), MAX_KEPT));
  }

  private static String text(LogLine line) {
    return new String(line.text(), 0, Math.min(line.text().length, MAX_TEXT), UTF_8);
  }
}
