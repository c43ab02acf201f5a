package io.stormdrain.local.data;

import java.security.SecureRandom;
import java.util.Base64;

/** What a sender shows at the door. Does not show itself. */
public final class Token {

  /** By which ingest knows a token wherever it stands, and takes it out of lines. */
  private static final String KIND = "sdt_";

  private static final int BYTES = 32;

  private final String text;

  private Token(String text) {
    this.text = text;
  }

  /** One that was made before. */
  public static Token of(String text) {
    return new Token(text);
  }

  /** 256 random bits in characters that need no escaping in an address. */
  public static Token random() {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return new Token(KIND + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** The token itself, for whoever has to present it. */
  public String reveal() {
    return text;
  }

  @Override
  public String toString() {
    return "(hidden)";
  }
}
