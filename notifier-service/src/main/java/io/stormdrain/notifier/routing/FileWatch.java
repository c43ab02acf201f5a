package io.stormdrain.notifier.routing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A file that is read again when it has changed. */
final class FileWatch {

  private final Path file;
  private byte @Nullable [] last;

  FileWatch(Path file) {
    this.file = file;
  }

  String name() {
    return file.getFileName() == null ? file.toString() : file.getFileName().toString();
  }

  /** Its content when that is not what it was the last time; else null. */
  byte @Nullable [] changed() throws RoutingException {
    byte[] content;
    try {
      content = Files.readAllBytes(file);
    } catch (IOException e) {
      last = null;
      throw new RoutingException(file.toString(), 0, "cannot be read: " + e.getMessage());
    }
    if (Arrays.equals(content, last)) {
      return null;
    }
    last = content;
    return content;
  }
}
