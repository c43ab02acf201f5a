package io.stormdrain.local.logplex;

/**
 * What was sent and what became of it: every message that was tried is acknowledged, dropped or
 * unsent.
 *
 * @param requests that reached somebody, retries included
 * @param acknowledged messages that the drain has
 * @param dropped messages that the drain did not take, or did not say that it took
 * @param unsent messages that were tried when nobody listened
 * @param lastFailure what was said last when it was not yes
 */
public record Totals(int requests, int acknowledged, int dropped, int unsent, String lastFailure) {

  static final Totals NONE = new Totals(0, 0, 0, 0, "there was none");

  Totals after(Answer answer) {
    return switch (answer) {
      case Answer.Status(int code) ->
          new Totals(
              requests + 1,
              acknowledged,
              dropped,
              unsent,
              code / 100 == 2 ? lastFailure : "the answer was " + code);
      case Answer.Silence(String reason) ->
          new Totals(requests + 1, acknowledged, dropped, unsent, reason);
      case Answer.NoConnection(String reason) ->
          new Totals(requests, acknowledged, dropped, unsent, reason);
    };
  }

  Totals plusAcknowledged(int messages) {
    return new Totals(requests, acknowledged + messages, dropped, unsent, lastFailure);
  }

  Totals plusDropped(int messages) {
    return new Totals(requests, acknowledged, dropped + messages, unsent, lastFailure);
  }

  Totals plusUnsent(int messages) {
    return new Totals(requests, acknowledged, dropped, unsent + messages, lastFailure);
  }
}
