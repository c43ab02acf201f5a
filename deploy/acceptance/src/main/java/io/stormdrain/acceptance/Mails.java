package io.stormdrain.acceptance;

import com.icegreen.greenmail.util.GreenMailUtil;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

/** Mails as people read them. */
public final class Mails {

  private Mails() {}

  /** All of it, with the lines that its encoding has cut put together again, and the subject. */
  public static String text(MimeMessage mail) {
    try {
      return GreenMailUtil.getWholeMessage(mail).replace("=\r\n", "").replace("=\n", "")
          + mail.getSubject();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }
}
