package io.stormdrain.notifier.console;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Which version of the service, its style and its script this is. */
@Singleton
class Assets {

  private static final int LETTERS = 12;

  private final String version;
  private final String fingerprint;

  Assets(@ConfigProperty(name = "quarkus.application.version") String version) {
    this.version = version;
    this.fingerprint = fingerprint("/console.css", "/console.js");
  }

  String version() {
    return version;
  }

  /** Changes whenever style or script does, so that browsers keep them for no longer. */
  String fingerprint() {
    return fingerprint;
  }

  private static String fingerprint(String... files) {
    MessageDigest digest = sha256();
    for (String file : files) {
      try (InputStream in = Assets.class.getResourceAsStream("/META-INF/resources" + file)) {
        digest.update(Objects.requireNonNull(in, file).readAllBytes());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return HexFormat.of().formatHex(digest.digest()).substring(0, LETTERS);
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
