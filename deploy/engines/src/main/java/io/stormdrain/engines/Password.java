package io.stormdrain.engines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Objects;

/** A password that does not show itself. */
public final class Password {

  private static final int BYTES = 24;

  private final String text;

  private Password(String text) {
    this.text = text;
  }

  /** A random one of 192 bits, letters, digits, {@code -} and {@code _} only. */
  static Password random() {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return new Password(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  static Password read(Path file) throws IOException {
    return new Password(Files.readString(file).strip());
  }

  /** Writes it to a new file that its owner alone can read. */
  void write(Path file) throws IOException {
    Files.deleteIfExists(file);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, text + "\n");
  }

  /** The password itself, for whoever has to present it. */
  public String reveal() {
    return text;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Password that && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return Objects.hash(text);
  }

  @Override
  public String toString() {
    return "(hidden)";
  }
}
