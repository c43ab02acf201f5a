package io.stormdrain.ingest.door;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GunzipTest {
  private static final int MOST = 1024 * 1024;
  private static final int FACTOR = 200;

  @Test
  void inflatesAWholeBody() {
    byte[] text = "a line of a log\n".repeat(1_000).getBytes(UTF_8);

    assertInflated(gzip(text), text, null);
  }

  @Test
  void inflatesABodyOfTwoMembers() {
    ByteArrayOutputStream two = new ByteArrayOutputStream();
    two.writeBytes(gzip("one ".getBytes(UTF_8)));
    two.writeBytes(gzip("two".getBytes(UTF_8)));

    assertInflated(two.toByteArray(), "one two".getBytes(UTF_8), null);
  }

  @Test
  void inflatesExactlyTheLimit() {
    byte[] random = new byte[MOST];
    new Random(1).nextBytes(random);

    assertInflated(gzip(random), random, null);
  }

  @Test
  void stopsAtTheLimit() {
    byte[] random = new byte[MOST + 1];
    new Random(1).nextBytes(random);

    assertInflated(gzip(random), Arrays.copyOf(random, MOST), BodyCut.OVERSIZE);
  }

  @Test
  void stopsABomb() {
    byte[] bomb = gzip(new byte[900_000]);

    assertInflated(bomb, new byte[FACTOR * bomb.length], BodyCut.INFLATION);
  }

  @Test
  void keepsWhatWasReadableBeforeItBroke() {
    byte[] random = new byte[100_000];
    new Random(1).nextBytes(random);
    byte[] broken = Arrays.copyOf(gzip(random), 60_000);

    Body inflated = inflate(broken);

    assertThat(inflated.cut()).isEqualTo(BodyCut.CORRUPT);
    assertThat(inflated.length()).isGreaterThan(50_000);
    assertThat(Arrays.copyOf(inflated.bytes(), inflated.length()))
        .isEqualTo(Arrays.copyOf(random, inflated.length()));
  }

  @Test
  void keepsWhatIsNotGzipAsItIs() {
    byte[] text = "plain text".getBytes(UTF_8);

    assertInflated(text, text, null);
  }

  @Test
  void anEmptyBodyStaysEmpty() {
    assertInflated(new byte[0], new byte[0], null);
  }

  private static Body inflate(byte[] bytes) {
    return Gunzip.inflate(new Body(bytes, bytes.length, null), MOST, FACTOR);
  }

  private static void assertInflated(byte[] compressed, byte[] text, @Nullable BodyCut cut) {
    Body inflated = inflate(compressed);
    assertThat(inflated.cut()).isEqualTo(cut);
    assertThat(Arrays.copyOf(inflated.bytes(), inflated.length())).isEqualTo(text);
  }

  static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return compressed.toByteArray();
  }
}
