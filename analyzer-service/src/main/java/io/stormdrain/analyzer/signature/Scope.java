package io.stormdrain.analyzer.signature;

import io.stormdrain.analyzer.line.LogLine;
import io.stormdrain.analyzer.line.Origin;
import org.jspecify.annotations.Nullable;

/**
 * Where a signature looks. What is left out is not asked for.
 *
 * @param platform only lines of this platform
 * @param origin only the app's own words, or only its platform's
 * @param process only this process or process type: {@code router}, {@code web}
 */
public record Scope(@Nullable String platform, @Nullable Origin origin, @Nullable String process) {

  /** Every line. */
  public static final Scope ANY = new Scope(null, null, null);

  boolean covers(LogLine line) {
    return covers(line.origin())
        && (platform == null
            || platform.equals(line.platform())
            || line.platform().equals(LogLine.UNKNOWN_PLATFORM))
        && (process == null
            || line.origin() == Origin.UNKNOWN
            || isProcess(process, line.process()));
  }

  public boolean covers(Origin of) {
    return origin == null || of == Origin.UNKNOWN || origin == of;
  }

  private static boolean isProcess(String wanted, @Nullable String process) {
    return process != null
        && (wanted.equals(process) || wanted.equals(LogLine.processType(process)));
  }
}
