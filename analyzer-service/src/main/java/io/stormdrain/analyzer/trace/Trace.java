package io.stormdrain.analyzer.trace;

import io.stormdrain.analyzer.line.LogLine;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stack trace, put together.
 *
 * @param exception class of what was thrown, without its package
 * @param message its words
 * @param rootCause class of the innermost cause; the exception itself where there is none
 * @param head the line that names the exception
 * @param frames from the innermost outwards, as far as they were kept
 * @param spoken whether a signature has recognised what was thrown or its cause
 */
public record Trace(
    String exception,
    String message,
    String rootCause,
    LogLine head,
    List<Frame> frames,
    boolean spoken) {

  public Trace {
    frames = List.copyOf(frames);
  }

  /** Whether the class tells one trouble from another: {@code KeyError} does, {@code Error} not. */
  public boolean isTelling() {
    return ExceptionName.isTelling(exception) && !exception.equals("panic");
  }

  /** The innermost frame of the app's own code, null when none was seen. */
  public @Nullable Frame ownFrame() {
    return frames.stream().filter(Frame::own).findFirst().orElse(null);
  }

  /** Whether the call went through a file or class whose name holds this text. */
  public boolean wentThrough(String part) {
    return frames.stream().anyMatch(frame -> frame.place().contains(part));
  }

  /** The same for the same fault, whatever ids and numbers its message holds. */
  public String fingerprint() {
    Frame own = ownFrame();
    return own == null
        ? Fingerprint.of(exception, rootCause, Fingerprint.masked(message))
        : Fingerprint.of(exception, rootCause, own.place(), String.valueOf(own.function()));
  }
}
