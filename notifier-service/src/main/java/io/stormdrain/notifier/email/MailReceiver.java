package io.stormdrain.notifier.email;

import io.stormdrain.notifier.NotifierConfig;
import io.stormdrain.notifier.delivery.Outcome;
import io.stormdrain.notifier.delivery.Pace;
import io.stormdrain.notifier.delivery.Receiver;
import io.stormdrain.notifier.delivery.Setup;
import io.stormdrain.notifier.delivery.Telling;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.MailMessage;
import java.time.InstantSource;
import java.util.List;

/**
 * E-mail by SMTP, with the client under Quarkus's mailer: its replies, which the mailer hides, say
 * whether to try again. A mail that may have arrived is sent again under the same Message-ID, which
 * mailboxes take for the same mail.
 */
public final class MailReceiver implements Receiver {

  /** Each mail is a connection of its own, and servers count connections. */
  static final Pace CONNECTIONS = Pace.atATime(4);

  static final String NAME = "email";

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

  /** Of several addresses only those are told again that do not have it. */
  @Override
  public Outcome tell(Telling telling) {
    List<Mailbox> boxes =
        settings.to().stream()
            .map(Mailbox::new)
            .filter(box -> telling.isFor(box.address()))
            .toList();
    if (boxes.isEmpty()) {
      // Those who missed it are no longer among the addresses.
      return new Outcome.Delivered(null, null);
    }
    MailText text = MailText.of(telling, settings.domain(), clock.instant());
    return new Dialogue(vertx, settings, mail(text)).to(boxes);
  }

  private MailMessage mail(MailText text) {
    MailMessage mail =
        new MailMessage().setFrom(settings.from()).setSubject(text.subject()).setText(text.text());
    if (text.html() != null) {
      mail.setHtml(text.html());
    }
    text.headers().forEach(mail::addHeader);
    return mail;
  }
}
