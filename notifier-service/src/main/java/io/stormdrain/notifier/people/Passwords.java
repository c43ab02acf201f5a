package io.stormdrain.notifier.people;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.elytron.security.common.BcryptUtil;
import org.jspecify.annotations.Nullable;

/** Passwords: length is what counts (ASVS 5.0 6.2), and bcrypt hashes them. */
final class Passwords {

  /** Characters. */
  static final int SHORTEST = 12;

  /** Bytes; bcrypt reads no more. */
  static final int LONGEST = 72;

  private static final int COST = 12;

  /** Of nobody's password: who does not exist takes as long as who does. */
  private static final String NOBODY = BcryptUtil.bcryptHash(Key.random().secret(), COST);

  private Passwords() {}

  static boolean fits(String password) {
    return password.codePointCount(0, password.length()) >= SHORTEST
        && password.getBytes(UTF_8).length <= LONGEST;
  }

  static String hash(String password) {
    return BcryptUtil.bcryptHash(password, COST);
  }

  /** Whether it is the password of this hash; never of none, but that takes as long. */
  static boolean matches(String password, @Nullable String hash) {
    return BcryptUtil.matches(password, hash == null ? NOBODY : hash) && hash != null;
  }
}
