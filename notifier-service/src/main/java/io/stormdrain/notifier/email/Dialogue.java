package io.stormdrain.notifier.email;

import io.stormdrain.notifier.NotifierConfig;
import io.stormdrain.notifier.delivery.Fault;
import io.stormdrain.notifier.delivery.Outcome;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.LoginOption;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.MailResult;
import io.vertx.ext.mail.StartTLSOptions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * What is said to an SMTP server for one mail, within one time limit. Each transaction has a client
 * of its own, that is a connection of its own: alerts are rare, and one that has gone wrong leaves
 * nothing behind.
 *
 * <pre>
 *   to one address       one transaction, whose reply says how it ended
 *   to several           one transaction; it says who was accepted, and not why others were not,
 *                        so each of the others has a transaction of his own
 * </pre>
 */
final class Dialogue {

  private static final String NOBODY_ACCEPTED = "no recipient addresses were accepted";

  /** How a transaction ended. */
  private sealed interface Reply {

    /** The server has the mail for these addresses. */
    record Taken(String id, Set<String> addresses) implements Reply {}

    /** It does not, as far as anybody knows. */
    record NotTaken(Outcome.Missed how) implements Reply {}
  }

  private final Vertx vertx;
  private final MailSettings settings;
  private final MailMessage mail;
  private final long deadline;

  /**
   * @param mail without anybody to whom it goes
   */
  Dialogue(Vertx vertx, MailSettings settings, MailMessage mail) {
    this.vertx = vertx;
    this.settings = settings;
    this.mail = mail;
    this.deadline = System.nanoTime() + settings.timeout().toNanos();
  }

  /** Sends it to these. */
  Outcome to(List<Mailbox> boxes) {
    if (boxes.size() == 1) {
      return switch (transaction(boxes, false)) {
        case Reply.Taken taken -> new Outcome.Delivered(taken.id(), null);
        case Reply.NotTaken not -> not.how();
      };
    }
    return switch (transaction(boxes, true)) {
      case Reply.Taken taken -> others(taken, boxes);
      case Reply.NotTaken not ->
          not.how().detail().contains(NOBODY_ACCEPTED) ? others(null, boxes) : not.how();
    };
  }

  /** Asks for each who was not accepted. */
  private Outcome others(Reply.@Nullable Taken first, List<Mailbox> boxes) {
    Map<String, Outcome.Missed> missed = new TreeMap<>();
    String id = first == null ? null : first.id();
    for (Mailbox box : boxes) {
      if (first == null || !first.addresses().contains(box.address())) {
        switch (transaction(List.of(box), false)) {
          case Reply.Taken taken -> id = taken.id();
          case Reply.NotTaken not -> missed.put(box.address(), not.how());
        }
      }
    }
    if (missed.isEmpty()) {
      return new Outcome.Delivered(id, null);
    }
    return missed.size() == boxes.size() ? best(missed) : new Outcome.Partly(id, missed);
  }

  /** What nobody has is tried again as long as there is hope for anybody. */
  private static Outcome best(Map<String, Outcome.Missed> missed) {
    return missed.values().stream()
        .filter(how -> !(how instanceof Outcome.Refused))
        .findFirst()
        .orElseGet(() -> missed.values().iterator().next());
  }

  /**
   * One transaction.
   *
   * @param some whether it is enough that the server accepts some of the addresses; if not, its
   *     reply to one that it does not accept says why
   */
  private Reply transaction(List<Mailbox> boxes, boolean some) {
    MailClient client = MailClient.create(vertx, config(settings).setAllowRcptErrors(some));
    mail.setTo(boxes.stream().map(Mailbox::text).toList());
    try {
      MailResult result =
          client
              .sendMail(mail)
              .toCompletionStage()
              .toCompletableFuture()
              .get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
      return new Reply.Taken(result.getMessageID(), Set.copyOf(result.getRecipients()));
    } catch (TimeoutException e) {
      return new Reply.NotTaken(
          new Outcome.Unknown(Fault.NO_ANSWER, "not sent within " + settings.timeout()));
    } catch (ExecutionException e) {
      return new Reply.NotTaken(SmtpFaults.of(e.getCause() == null ? e : e.getCause()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Reply.NotTaken(new Outcome.Unknown(Fault.CONNECTION_LOST, "interrupted"));
    } finally {
      client.close();
    }
  }

  private static MailConfig config(MailSettings settings) {
    int millis = Math.toIntExact(settings.timeout().toMillis());
    MailConfig config =
        new MailConfig()
            .setHostname(settings.host())
            .setPort(settings.port())
            .setKeepAlive(false)
            .setPipelining(false)
            .setSsl(settings.tls() == NotifierConfig.Tls.TLS)
            .setStarttls(
                settings.tls() == NotifierConfig.Tls.START
                    ? StartTLSOptions.REQUIRED
                    : StartTLSOptions.DISABLED)
            .setHostnameVerificationAlgorithm("HTTPS")
            .setLogin(settings.user() == null ? LoginOption.DISABLED : LoginOption.REQUIRED);
    config.setConnectTimeout(millis);
    config.setIdleTimeout(millis).setIdleTimeoutUnit(TimeUnit.MILLISECONDS);
    if (settings.user() != null && settings.password() != null) {
      config.setUsername(settings.user()).setPassword(settings.password().reveal());
    }
    return config;
  }
}
