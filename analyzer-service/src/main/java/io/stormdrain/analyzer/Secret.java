package io.stormdrain.analyzer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Something nobody may read in a log, an answer or a metric; it hides itself when printed. */
public final class Secret {

  private static final String HIDDEN = "<secret>";

  private final String value;

  private Secret(String value) {
    this.value = value;
  }

  /** A secret of this value. */
  public static Secret of(String value) {
    return new Secret(value);
  }

  /** Whether somebody shows the same; takes as long whatever is shown. */
  public boolean isShownBy(String shown) {
    return MessageDigest.isEqual(value.getBytes(UTF_8), shown.getBytes(UTF_8));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Secret secret && isShownBy(secret.value);
  }

  @Override
  public int hashCode() {
    return Objects.hashCode(HIDDEN);
  }

  @Override
  public String toString() {
    return HIDDEN;
  }
}
