package io.stormdrain.ingest.source;

import java.security.SecureRandom;
import java.util.Base64;

/** A token that was just made: shown once, to whoever asked for it. Hides itself otherwise. */
public final class FreshToken {
  /** By which a token is known wherever it stands, so that it can be taken out of lines. */
  private static final String KIND = "sdt_";

  private static final int BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final String text;

  private FreshToken(String text) {
    this.text = text;
  }

  /** 256 random bits in characters that need no escaping in an address. */
  public static FreshToken random() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return new FreshToken(KIND + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** The token itself. */
  public String reveal() {
    return text;
  }

  /** What is kept of it. */
  public SourceToken token() {
    return SourceToken.accepted(text);
  }

  @Override
  public String toString() {
    return "FreshToken(hidden)";
  }
}
