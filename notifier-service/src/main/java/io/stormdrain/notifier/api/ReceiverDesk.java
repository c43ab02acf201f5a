package io.stormdrain.notifier.api;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.stormdrain.notifier.delivery.Ping;
import io.stormdrain.notifier.delivery.ReceiverBoard;
import io.stormdrain.notifier.people.Audit;
import io.stormdrain.notifier.people.Deed;
import jakarta.inject.Singleton;

/** Where people see how receivers are, and try them. */
@Singleton
public class ReceiverDesk {

  private final ReceiverBoard board;
  private final Ping ping;
  private final Audit audit;

  ReceiverDesk(ReceiverBoard board, Ping ping, Audit audit) {
    this.board = board;
    this.ping = ping;
    this.audit = audit;
  }

  /** All of them. */
  public ReceiverPage list() {
    return QuarkusTransaction.requiringNew()
        .call(() -> new ReceiverPage(board.all().stream().map(ReceiverEntry::of).toList()));
  }

  /** Tells one of a test. */
  public PingAnswer ping(String receiver) {
    PingAnswer answer =
        ping.send(receiver)
            .map(echo -> PingAnswer.of(receiver, echo))
            .orElseThrow(() ->
                ProblemException.notFound(
                    "there is no receiver '" + receiver + "'", "a name of GET /api/v1/receivers"));
    QuarkusTransaction.requiringNew()
        .run(() ->
            audit.note(
                Deed.RECEIVER_TESTED, receiver, answer.delivered() ? "it hears" : "in vain"));
    return answer;
  }
}
