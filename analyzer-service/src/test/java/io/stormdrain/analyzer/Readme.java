package io.stormdrain.analyzer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The README of this service. */
final class Readme {

  private Readme() {}

  static String text() {
    Path root = Path.of(System.getProperty("stormdrain.root"));
    try {
      return Files.readString(root.resolve("analyzer-service/README.md"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
