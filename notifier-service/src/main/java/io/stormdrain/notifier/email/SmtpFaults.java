package io.stormdrain.notifier.email;

import io.stormdrain.notifier.delivery.Fault;
import io.stormdrain.notifier.delivery.Outcome;
import io.stormdrain.notifier.message.LogText;
import io.vertx.ext.mail.SMTPException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;

/** What an SMTP server's replies, and its silence, mean for us (RFC 5321, section 4.2). */
final class SmtpFaults {

  private static final int LONGEST_DETAIL = 200;

  /** Said by the client: settings and server do not fit, nothing was sent. */
  private static final String NO_STARTTLS = "STARTTLS required";

  private static final String NO_LOGIN = "login is required";

  private SmtpFaults() {}

  static Outcome of(Throwable cause) {
    String detail = LogText.line(String.valueOf(cause.getMessage()), LONGEST_DETAIL);
    return switch (cause) {
      case SMTPException reply -> ofReply(reply, detail);
      case ConnectException e -> new Outcome.Retry(Fault.UNREACHABLE, "no connection", null);
      case UnknownHostException e ->
          new Outcome.Retry(Fault.UNREACHABLE, "host name not known", null);
      case SSLException e -> new Outcome.Retry(Fault.UNREACHABLE, "no agreement on TLS", null);
      default ->
          detail.contains(NO_STARTTLS) || detail.contains(NO_LOGIN)
              ? new Outcome.Refused(Fault.REFUSED, detail)
              : new Outcome.Unknown(Fault.CONNECTION_LOST, detail);
    };
  }

  private static Outcome ofReply(SMTPException reply, String detail) {
    int code = reply.getReplyCode();
    return switch (code) {
      case 450, 452 -> new Outcome.Retry(Fault.RATE_LIMITED, detail, null);
      case 530, 534, 535, 538 -> new Outcome.Refused(Fault.UNAUTHORIZED, detail);
      case 550, 551, 553 -> new Outcome.Refused(Fault.NOT_FOUND, detail);
      case 552 -> new Outcome.Refused(Fault.MALFORMED, detail);
      default ->
          code >= 500
              ? new Outcome.Refused(Fault.REFUSED, detail)
              : new Outcome.Retry(Fault.SERVER_ERROR, detail, null);
    };
  }
}
