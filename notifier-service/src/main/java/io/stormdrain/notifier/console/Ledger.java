package io.stormdrain.notifier.console;

import io.stormdrain.notifier.api.Words;
import io.stormdrain.notifier.delivery.DeliveryView;
import io.stormdrain.notifier.delivery.Missing;
import io.stormdrain.notifier.message.LogText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who was told what, the latest first.
 *
 * @param state the only state that is shown; null for all
 * @param next number below which the next page begins; null where this is the last
 */
public record Ledger(List<Row> rows, @Nullable String state, @Nullable Long next) {

  private static final int LONGEST_DETAIL = 300;

  public Ledger {
    rows = List.copyOf(rows);
  }

  /**
   * One transition for one receiver.
   *
   * @param fault why the last attempt failed, in one word; null when it did not
   * @param detail the same in the receiver's words
   * @param reference what the receiver calls the message; null where it said nothing
   * @param missing who of several behind the receiver does not have it, and why
   */
  public record Row(
      long id,
      String incident,
      int seq,
      String receiver,
      String reason,
      String state,
      Moment created,
      @Nullable Moment due,
      @Nullable Moment settled,
      int attempts,
      @Nullable Long toldBy,
      @Nullable String fault,
      @Nullable String detail,
      @Nullable String reference,
      List<String> missing) {
    public Row {
      missing = List.copyOf(missing);
    }
  }

  static Row row(DeliveryView view, String incident) {
    return new Row(
        view.id(),
        incident,
        view.seq(),
        LogText.line(view.receiver()),
        Words.of(view.reason()).replace('-', ' '),
        Words.of(view.state()),
        new Moment(view.createdAt()),
        Moment.of(view.dueAt()),
        Moment.of(view.settledAt()),
        view.attempts(),
        view.toldBy(),
        view.fault() == null ? null : Words.of(view.fault()).replace('-', ' '),
        view.detail() == null ? null : LogText.line(view.detail(), LONGEST_DETAIL),
        view.reference() == null ? null : Shown.name(view.reference()),
        missing(view.missing()));
  }

  private static List<String> missing(@Nullable Missing missing) {
    return missing == null
        ? List.of()
        : missing.all().stream()
            .map(one -> LogText.line(one.who() + ": " + one.detail(), LONGEST_DETAIL))
            .toList();
  }
}
