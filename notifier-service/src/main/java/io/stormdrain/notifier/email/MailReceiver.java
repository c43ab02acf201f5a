package io.stormdrain.notifier.email;

import io.stormdrain.notifier.NotifierConfig;
import io.stormdrain.notifier.delivery.Fault;
import io.stormdrain.notifier.delivery.Outcome;
import io.stormdrain.notifier.delivery.Pace;
import io.stormdrain.notifier.delivery.Receiver;
import io.stormdrain.notifier.delivery.Setup;
import io.stormdrain.notifier.delivery.Telling;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.LoginOption;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.MailMessage;
import io.vertx.ext.mail.MailResult;
import io.vertx.ext.mail.StartTLSOptions;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * E-mail by SMTP, with the client under Quarkus's mailer: its replies, which the mailer hides, say
 * whether to try again. A mail that may have arrived is sent again under the same Message-ID, which
 * mailboxes take for the same mail.
 */
public final class MailReceiver implements Receiver {

  /** Each mail is a connection of its own, and servers count connections. */
  static final Pace CONNECTIONS = Pace.atATime(4);

  static final String NAME = "email";

  private static final Logger LOG = LoggerFactory.getLogger(MailReceiver.class);
  private static final String NOBODY_ACCEPTED = "no recipient addresses were accepted";

  private final String name;
  private final MailSettings settings;
  private final Vertx vertx;
  private final InstantSource clock;

  MailReceiver(String name, MailSettings settings, Vertx vertx, InstantSource clock) {
    this.name = name;
    this.settings = settings;
    this.vertx = vertx;
    this.clock = clock;
  }

  /** What settings make of it. */
  public static Setup setup(NotifierConfig.Mail mail, Vertx vertx, InstantSource clock) {
    if (!MailSettings.isMeant(mail)) {
      return new Setup.Absent();
    }
    List<String> gaps = MailSettings.gaps(mail);
    return gaps.isEmpty()
        ? new Setup.Ready(new MailReceiver(NAME, MailSettings.of(mail), vertx, clock))
        : new Setup.Incomplete(NAME, String.join(", ", gaps));
  }

  @Override
  public Pace pace() {
    return CONNECTIONS;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public boolean edits() {
    return false;
  }

  @Override
  public Repeats repeats() {
    return Repeats.ABSORBED;
  }

  @Override
  public Outcome tell(Telling telling) {
    MailMessage mail = mail(MailText.of(telling, settings.domain(), clock.instant()));
    long deadline = System.nanoTime() + settings.timeout().toNanos();
    Outcome outcome = send(mail, true, deadline);
    boolean nobody =
        outcome instanceof Outcome.Unknown unknown && unknown.detail().contains(NOBODY_ACCEPTED);
    return nobody ? send(mail, false, deadline) : outcome;
  }

  /**
   * Sends it with a client of its own, that is a connection of its own: alerts are rare, and one
   * that has gone wrong leaves nothing behind.
   *
   * @param some whether it is enough that the server accepts some of the addresses; if not, its
   *     reply to one that it does not accept says why
   */
  private Outcome send(MailMessage mail, boolean some, long deadline) {
    MailClient by = MailClient.create(vertx, config(settings).setAllowRcptErrors(some));
    try {
      MailResult result =
          by.sendMail(mail)
              .toCompletionStage()
              .toCompletableFuture()
              .get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
      if (result.getRecipients().size() < settings.to().size()) {
        LOG.warn(
            "some addresses were refused: receiver={} accepted={}",
            name,
            result.getRecipients().size());
      }
      return new Outcome.Delivered(result.getMessageID(), null);
    } catch (TimeoutException e) {
      return new Outcome.Unknown(Fault.NO_ANSWER, "not sent within " + settings.timeout());
    } catch (ExecutionException e) {
      return SmtpFaults.of(e.getCause() == null ? e : e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Outcome.Unknown(Fault.CONNECTION_LOST, "interrupted");
    } finally {
      by.close();
    }
  }

  private MailMessage mail(MailText text) {
    MailMessage mail =
        new MailMessage()
            .setFrom(settings.from())
            .setTo(settings.to())
            .setSubject(text.subject())
            .setText(text.text());
    if (text.html() != null) {
      mail.setHtml(text.html());
    }
    text.headers().forEach(mail::addHeader);
    return mail;
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
