package io.stormdrain.ingest.door;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/** Bodies to send. */
final class Bodies {
  private Bodies() {}

  static byte[] fixture(String name) throws IOException {
    try (InputStream file = Bodies.class.getResourceAsStream("/drain/" + name + ".body")) {
      return Objects.requireNonNull(file, name).readAllBytes();
    }
  }

  /** Frames of {@code web.1} from this moment. */
  static byte[] of(String... messages) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (String message : messages) {
      body.writeBytes(frame(message));
    }
    return body.toByteArray();
  }

  static byte[] frame(String message) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    byte[] line = ("<190>1 " + now + " host app web.1 - " + message + "\n").getBytes(UTF_8);
    ByteArrayOutputStream frame = new ByteArrayOutputStream();
    frame.writeBytes((line.length + " ").getBytes(UTF_8));
    frame.writeBytes(line);
    return frame.toByteArray();
  }

  /** As many frames as fit in so many bytes, and blanks up to exactly as many. */
  static byte[] large(int bytes) {
    ByteArrayOutputStream body = new ByteArrayOutputStream(bytes);
    byte[] frame = frame("x".repeat(2_000));
    while (body.size() + frame.length <= bytes) {
      body.writeBytes(frame);
    }
    while (body.size() < bytes) {
      body.write('\n');
    }
    return body.toByteArray();
  }
}
