package io.stormdrain.analyzer.line;

/** Who speaks in a log line: the process itself, or its platform about it. */
public enum Origin {
  APP,
  PLATFORM,
  /** Text that was pasted without its prefixes: either may have said it. */
  UNKNOWN;

  /** The word on the wire, {@code app} or {@code platform}; anything else counts as the app's. */
  public static Origin of(String word) {
    return "platform".equals(word) ? PLATFORM : APP;
  }
}
