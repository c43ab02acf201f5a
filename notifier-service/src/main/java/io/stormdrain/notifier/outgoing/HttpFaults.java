package io.stormdrain.notifier.outgoing;

import io.stormdrain.notifier.delivery.Fault;
import io.stormdrain.notifier.delivery.Outcome;
import io.stormdrain.notifier.message.LogText;
import io.stormdrain.notifier.outgoing.HttpPost.Reply;
import io.stormdrain.notifier.outgoing.HttpPost.Reply.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What answers mean for us, where a vendor says no more than HTTP does. Pure. */
public final class HttpFaults {

  private static final int LONGEST_DETAIL = 200;

  private HttpFaults() {}

  /**
   * What came of a request, by its status.
   *
   * @param delivered what an answer of 2xx says
   */
  public static Outcome judge(Reply reply, Instant now, Function<Answer, Outcome> delivered) {
    return switch (reply) {
      case Reply.Failed failed -> failed.outcome();
      case Answer answer ->
          answer.status() / 100 == 2
              ? delivered.apply(answer)
              : failed(of(answer.status()), detail(answer), after(answer, now));
    };
  }

  /** The fault that a status other than 2xx stands for. */
  public static Fault of(int status) {
    return switch (status) {
      case 400, 413, 422 -> Fault.MALFORMED;
      case 401 -> Fault.UNAUTHORIZED;
      case 403 -> Fault.FORBIDDEN;
      case 404 -> Fault.NOT_FOUND;
      case 408, 425 -> Fault.SERVER_ERROR;
      case 410 -> Fault.GONE;
      case 429 -> Fault.RATE_LIMITED;
      default -> byClass(status / 100);
    };
  }

  /** The outcome that a fault makes. */
  public static Outcome failed(Fault fault, String detail, @Nullable Duration after) {
    return switch (fault.kind()) {
      case PASSING, LATER -> new Outcome.Retry(fault, detail, after);
      case OPEN -> new Outcome.Unknown(fault, detail);
      case CONFIGURATION, FORM, FINAL -> new Outcome.Refused(fault, detail);
    };
  }

  /** Status and the begin of the body, fit to be shown. */
  public static String detail(Answer answer) {
    return (answer.status() + " " + LogText.line(answer.body(), LONGEST_DETAIL)).strip();
  }

  /** The time that header Retry-After asks for; null when it does not. */
  public static @Nullable Duration after(Answer answer, Instant now) {
    return RetryAfter.of(answer.header("Retry-After"), now);
  }

  private static Fault byClass(int hundreds) {
    return switch (hundreds) {
      case 3 -> Fault.REDIRECTED;
      case 4 -> Fault.REFUSED;
      default -> Fault.SERVER_ERROR;
    };
  }
}
