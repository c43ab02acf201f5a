package io.stormdrain.notifier.stream;

import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells a change that can never be stored from one that cannot be stored now. Only what is known to
 * be the record's own fault is final; all else is waited for, since to pass over a record that is
 * in order would be to lose it.
 */
final class Refusal {

  /**
   * Classes of SQLSTATE (PostgreSQL, appendix A): 22 data exception, 23 integrity constraint, 54
   * program limit exceeded, as an index entry that is too long.
   */
  private static final Set<String> FINAL_CLASSES = Set.of("22", "23", "54");

  private Refusal() {}

  static boolean isFinal(RuntimeException fault) {
    for (@Nullable Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnreadableStoryException) {
        return true;
      }
      if (cause instanceof SQLException sql
          && sql.getSQLState() != null
          && sql.getSQLState().length() == 5) {
        return FINAL_CLASSES.contains(sql.getSQLState().substring(0, 2));
      }
    }
    return false;
  }
}
