package io.stormdrain.notifier.email;

import io.stormdrain.notifier.delivery.Fault;
import io.stormdrain.notifier.delivery.Outcome;
import io.stormdrain.notifier.message.LogText;
import io.vertx.ext.mail.SMTPException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;

/** What an SMTP server's replies, and its silence, mean for us (RFC 5321, section 4.2). */
final class SmtpFaults {

  private static final int LONGEST_DETAIL = 200;

  /** Said by the client: settings and server do not fit, nothing was sent. */
  private static final String NO_STARTTLS = "STARTTLS required";

  private static final String NO_LOGIN = "login is required";

  /** The client's words before the server's. */
  private static final String NOT_ACCEPTED = "recipient address not accepted";

  private static final Pattern MAILBOX = Pattern.compile("\\b4\\.2\\.[0-9]");
  private static final List<String> GREYLISTED = List.of("greylist", "graylist", "grey list");

  /** Postfix: too many connections, too much mail; Amazon and others: throttling, rate. */
  private static final List<String> LIMITED =
      List.of("too many", "too much", "throttl", "rate limit", "sending rate", "slow down");

  private SmtpFaults() {}

  static Outcome.Missed of(Throwable cause) {
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

  private static Outcome.Missed ofReply(SMTPException reply, String detail) {
    int code = reply.getReplyCode();
    return switch (code) {
      case 530, 534, 535, 538 -> new Outcome.Refused(Fault.UNAUTHORIZED, detail);
      case 550, 551, 553 -> new Outcome.Refused(Fault.NOT_FOUND, detail);
      case 552 -> new Outcome.Refused(Fault.MALFORMED, detail);
      default ->
          code >= 500
              ? new Outcome.Refused(Fault.REFUSED, detail)
              : new Outcome.Retry(passing(reply, detail.toLowerCase(Locale.ROOT)), detail, null);
    };
  }

  /**
   * Whom a 4xx concerns: a mailbox or this mail, all that we send, or the server itself. RFC 3463
   * has a class for mailboxes, and else there are only words.
   */
  private static Fault passing(SMTPException reply, String said) {
    if (MAILBOX.matcher(said).find() || says(said, GREYLISTED)) {
      return Fault.DEFERRED;
    }
    if (says(said, LIMITED)) {
      return Fault.RATE_LIMITED;
    }
    boolean ofAddress = String.valueOf(reply.getMessage()).startsWith(NOT_ACCEPTED);
    return ofAddress ? Fault.DEFERRED : Fault.SERVER_ERROR;
  }

  private static boolean says(String said, List<String> words) {
    return words.stream().anyMatch(said::contains);
  }
}
