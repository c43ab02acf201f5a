package io.stormdrain.ingest.door;

import io.stormdrain.ingest.line.Lines;
import io.stormdrain.ingest.message.Tally;
import io.vertx.core.http.HttpServerRequest;
import org.jspecify.annotations.Nullable;

/** What is special about one kind of request: what its body says, and how its sender is told. */
interface Dialect {
  /** What became of a body. */
  sealed interface Reading {
    /** It is read line by line, and counted. */
    record Told(Lines lines, Tally tally) implements Reading {}

    /** It ends here, with nothing for Kafka. */
    record Done(Answer answer) implements Reading {}
  }

  /** A request whose body has come, and is unpacked. */
  Reading read(Arrival arrival);

  /** How a request ends whose lines Kafka has. */
  default Answer accepted(Body body, Tally tally) {
    if (body.cut() != null) {
      return Answer.CUT;
    }
    return tally.isUndecodable() ? Answer.UNDECODABLE : Answer.PUBLISHED;
  }

  /** Does it count against the quota of its source? Not what comes seldom and tells much. */
  default boolean isMetered() {
    return true;
  }

  /**
   * What the sender is told.
   *
   * @param tally of a body that was read
   */
  Reply reply(Answer answer, HttpServerRequest request, @Nullable Tally tally);
}
