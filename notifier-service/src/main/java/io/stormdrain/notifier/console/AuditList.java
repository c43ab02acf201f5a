package io.stormdrain.notifier.console;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What people and programs did, the latest first.
 *
 * @param next number before which there is more; null when that is all
 */
public record AuditList(List<Row> rows, @Nullable Long next) {

  public AuditList {
    rows = List.copyOf(rows);
  }

  /** One of them. */
  public record Row(
      Moment at, String who, String means, String what, String about, String detail) {}
}
