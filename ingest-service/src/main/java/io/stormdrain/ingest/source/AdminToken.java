package io.stormdrain.ingest.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;

/** What is shown by who may change sources. Hides itself. */
public final class AdminToken {
  /** Characters. */
  public static final int SHORTEST = 32;

  private final byte[] token;

  private AdminToken(byte[] token) {
    this.token = token;
  }

  /** As it is set. */
  public static AdminToken of(String text) {
    if (text.length() < SHORTEST) {
      throw new IllegalArgumentException(
          "STORMDRAIN_ADMIN_TOKEN has %d characters: at least %d are needed"
              .formatted(text.length(), SHORTEST));
    }
    return new AdminToken(text.getBytes(UTF_8));
  }

  /** Takes the same time wherever the two differ. */
  public boolean isShownBy(String shown) {
    return MessageDigest.isEqual(token, shown.getBytes(UTF_8));
  }

  @Override
  public String toString() {
    return "AdminToken(hidden)";
  }
}
