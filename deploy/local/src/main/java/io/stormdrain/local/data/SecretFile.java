package io.stormdrain.local.data;

import io.stormdrain.local.StormdrainException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/** A secret of the data folder, in a file that its owner alone can read. */
public final class SecretFile {
  private final Path file;

  SecretFile(Path file) {
    this.file = file;
  }

  /** The secret; made when it is asked for first. */
  public Token get() {
    return find()
        .orElseGet(() -> {
          write(Token.random());
          return find().orElseThrow();
        });
  }

  /** The secret; empty when nobody has needed it yet. */
  public Optional<Token> find() {
    try {
      return Files.exists(file)
          ? Optional.of(Token.of(Files.readString(file).strip()))
          : Optional.empty();
    } catch (IOException e) {
      throw new StormdrainException("cannot read " + file, e);
    }
  }

  private void write(Token secret) {
    try {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(file, secret.reveal() + "\n");
    } catch (FileAlreadyExistsException e) {
      // Somebody else was quicker: theirs counts.
    } catch (IOException e) {
      throw new StormdrainException("cannot write " + file, e);
    }
  }
}
