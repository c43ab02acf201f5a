package io.stormdrain.notifier.email;

import io.stormdrain.notifier.NotifierConfig;
import io.stormdrain.notifier.Secret;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Complete settings for e-mail.
 *
 * @param user who logs in; null when nobody does
 * @param timeout for one mail, all steps together
 */
record MailSettings(
    String host,
    int port,
    @Nullable String user,
    @Nullable Secret password,
    NotifierConfig.Tls tls,
    String from,
    List<String> to,
    Duration timeout) {

  private static final Pattern ADDRESS =
      Pattern.compile("(?:[^<>\\p{Cntrl}]*<[^<>@\\s]+@[^<>@\\s]+>|[^<>@\\s]+@[^<>@\\s]+)");

  MailSettings {
    to = List.copyOf(to);
  }

  /** Domain of the sender. */
  String domain() {
    return from.substring(from.lastIndexOf('@') + 1).replace(">", "");
  }

  /** What keeps settings from being complete; empty when nothing does. */
  static List<String> gaps(NotifierConfig.Mail mail) {
    List<String> gaps = transportGaps(mail);
    if (to(mail).isEmpty()) {
      gaps.add("MAIL_TO is not set");
    }
    if (!areAddresses(to(mail))) {
      gaps.add("MAIL_TO has something in it that is not an address");
    }
    return gaps;
  }

  /** What keeps anybody from sending mail. */
  static List<String> transportGaps(NotifierConfig.Mail mail) {
    List<String> gaps = new ArrayList<>();
    if (mail.host().isEmpty()) {
      gaps.add("SMTP_HOST is not set");
    }
    if (mail.from().isEmpty()) {
      gaps.add("MAIL_FROM is not set");
    }
    if (mail.user().isPresent() != mail.password().isPresent()) {
      gaps.add("of SMTP_USER and SMTP_PASSWORD only one is set");
    }
    if (mail.from().isPresent() && !isAddress(mail.from().get())) {
      gaps.add("MAIL_FROM is not an address");
    }
    return gaps;
  }

  /** Whether anybody meant to set e-mail up. */
  static boolean isMeant(NotifierConfig.Mail mail) {
    return mail.host().isPresent()
        || mail.to().isPresent()
        || mail.from().isPresent()
        || mail.user().isPresent();
  }

  /** Settings without gaps. */
  static MailSettings of(NotifierConfig.Mail mail) {
    return to(mail, to(mail));
  }

  /** The same for other people. */
  static MailSettings to(NotifierConfig.Mail mail, List<String> to) {
    return new MailSettings(
        mail.host().orElseThrow(),
        mail.port(),
        mail.user().orElse(null),
        mail.password().orElse(null),
        mail.tls(),
        mail.from().orElseThrow().strip(),
        to,
        mail.timeout());
  }

  private static List<String> to(NotifierConfig.Mail mail) {
    return mail.to().orElse(List.of()).stream()
        .map(String::strip)
        .filter(address -> !address.isEmpty())
        .toList();
  }

  static boolean areAddresses(List<String> texts) {
    return texts.stream().allMatch(MailSettings::isAddress);
  }

  private static boolean isAddress(String text) {
    return ADDRESS.matcher(text.strip()).matches();
  }
}
