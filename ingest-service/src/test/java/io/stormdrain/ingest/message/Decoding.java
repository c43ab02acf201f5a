package io.stormdrain.ingest.message;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Assertions;

/** A decoder of a body, put to the test. */
public interface Decoding {
  /** For this body, of which so many bytes count. */
  Messages of(byte[] body, int limit);

  /** All its messages. */
  default List<Message> all(byte[] body) {
    Messages messages = of(body, body.length);
    List<Message> all = new ArrayList<>();
    for (Message message = messages.next(); message != null; message = messages.next()) {
      all.add(message);
    }
    return all;
  }

  /** The messages of a body given as text. */
  default List<Message> all(String body) {
    return all(body.getBytes(UTF_8));
  }

  /** The one message of a body. */
  default Message only(String body) {
    List<Message> all = all(body);
    assertThat(all).hasSize(1);
    return all.getFirst();
  }

  /**
   * Changes, cuts out, doubles and cuts off bytes, always the same ones, and wants an answer to
   * each body, in time, with no more text than there is.
   *
   * @param alphabet what is likely to confuse
   */
  default void survives(byte[] good, String alphabet, int rounds) {
    Random random = new Random(42);
    for (int round = 0; round < rounds; round++) {
      byte[] body = good;
      for (int i = random.nextInt(6); i >= 0; i--) {
        body = mutated(body, alphabet.getBytes(UTF_8), random);
      }
      survives(body);
    }
  }

  /** One body of which nothing is known. */
  default void survives(byte[] body) {
    Messages messages = of(body, body.length);
    int number = 0;
    for (Message message = messages.next(); message != null; message = messages.next()) {
      number++;
      if (message.text().bytes().length > Text.MAX_BYTES || number > body.length + 1) {
        throw new AssertionError("message " + number + " is more than there is");
      }
    }
    assertThat(messages.next()).as("the end stays the end").isNull();
    assertThat(messages.tally().faults()).doesNotContainKey(Fault.NONE);
  }

  /** A body of the largest size that repeats something, within a time that grows with the size. */
  default void isReadInTime(String opening, String pattern) {
    int times = 10 * 1024 * 1024 / pattern.length();
    byte[] body = (opening + pattern.repeat(times)).getBytes(UTF_8);
    Assertions.assertTimeout(Duration.ofSeconds(8), () -> survives(body));
  }

  private static byte[] mutated(byte[] body, byte[] alphabet, Random random) {
    if (body.length < 2) {
      return body;
    }
    int at = random.nextInt(body.length);
    int length = Math.min(body.length - at, 1 + random.nextInt(30));
    ByteArrayOutputStream changed = new ByteArrayOutputStream();
    changed.write(body, 0, at);
    switch (random.nextInt(6)) {
      case 0 -> changed.write(body, at + length, body.length - at - length);
      case 1 -> {
        changed.write(body, at, length);
        changed.write(body, at, body.length - at);
      }
      case 2 -> {
        // Cut off.
      }
      case 3 -> {
        changed.write(alphabet[random.nextInt(alphabet.length)]);
        changed.write(body, at + 1, body.length - at - 1);
      }
      case 4 -> {
        changed.write(alphabet[random.nextInt(alphabet.length)]);
        changed.write(body, at, body.length - at);
      }
      default -> {
        changed.write(random.nextInt());
        changed.write(body, at + 1, body.length - at - 1);
      }
    }
    return changed.toByteArray();
  }

  /** A body that a sender sent, from a file of the tests. */
  static byte[] fixture(String path) {
    try (InputStream file = Decoding.class.getResourceAsStream("/" + path)) {
      return Objects.requireNonNull(file, path).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
