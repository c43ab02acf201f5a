package io.stormdrain.notifier.line;

import java.util.List;

/** A line with those of its app around it, or why there is none. */
public sealed interface Excerpt {

  /**
   * It is there.
   *
   * @param before the lines before it, the earliest first
   * @param after the lines after it
   */
  record Shown(List<LogLine> before, LogLine line, List<LogLine> after) implements Excerpt {
    public Shown {
      before = List.copyOf(before);
      after = List.copyOf(after);
    }
  }

  /** It cannot be shown. */
  record Missing(Why why) implements Excerpt {}

  /** Why a line cannot be shown. */
  enum Why {
    /** Kafka keeps lines for so long only. */
    FORGOTTEN,
    /** The topic was made anew: what is there now is something else. */
    REPLACED,
    /** Kafka does not answer. */
    SILENT,
    /** Too many read at once. */
    BUSY
  }
}
