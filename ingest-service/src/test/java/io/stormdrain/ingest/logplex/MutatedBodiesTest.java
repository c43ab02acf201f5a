package io.stormdrain.ingest.logplex;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.stormdrain.ingest.message.Fault;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Good bodies, and what becomes of them when bytes are changed, cut out, doubled or cut off. */
class MutatedBodiesTest {
  @Property
  void goodBodiesAreReadAsTheyWereWritten(@ForAll("messages") List<String> messages) {
    Decoded body = Decoded.of(body(messages), Decoded.LOGPLEX);

    assertThat(body.lines()).extracting(Decoded.Line::text).isEqualTo(messages);
    assertThat(body.counts().faults()).isEmpty();
  }

  @Property(tries = 3000)
  void everyByteIsInALineOrRawOrFraming(
      @ForAll("messages") List<String> messages,
      @ForAll @IntRange(min = 1, max = 20) int mutations,
      @ForAll long seed) {
    byte[] body = body(messages);
    Random random = new Random(seed);
    for (int i = 0; i < mutations; i++) {
      body = mutated(body, random);
    }

    assertAccounted(body);
  }

  @Property
  void everyByteOfRandomOnesIsAccountedFor(@ForAll byte[] body) {
    assertAccounted(body);
  }

  @Property(tries = 3000)
  void aBrokenCountCostsItsFrameOnly(
      @ForAll("equalMessages") List<String> messages, @ForAll long seed) {
    Random random = new Random(seed);
    int broken = random.nextInt(messages.size());
    // A count that ends where another frame does cannot be told from a message that quotes frames.
    int count = random.nextInt(14_000);
    byte[] body = body(messages, broken, count % 68 == 64 || count % 68 == 65 ? count + 2 : count);

    List<String> texts =
        Decoded.of(body, Decoded.LOGPLEX).lines().stream()
            .filter(line -> line.flags().isEmpty())
            .map(Decoded.Line::text)
            .toList();

    List<String> others = new ArrayList<>(messages);
    others.remove(broken);
    assertThat(texts).containsSubsequence(others);
  }

  @Property(tries = 2000)
  void everyByteOfFrameLikeNoiseIsAccountedFor(@ForAll long seed) {
    Random random = new Random(seed);
    byte[] body = new byte[2_000];
    byte[] alphabet = "<<190>1 0123456789 \n".getBytes(ISO_8859_1);
    for (int i = 0; i < body.length; i++) {
      body[i] = alphabet[random.nextInt(alphabet.length)];
    }

    assertAccounted(body);
  }

  @Provide
  Arbitrary<List<String>> messages() {
    Arbitrary<String> words =
        Arbitraries.strings()
            .withCharRange('!', '~')
            .excludeChars('<')
            .ofMinLength(1)
            .ofMaxLength(60);
    Arbitrary<String> other = Arbitraries.of("№ 42 ✓", "", "two\nlines", " indented", "ends in 7");
    return Arbitraries.oneOf(words, other).list().ofMinSize(1).ofMaxSize(12);
  }

  /** Frames of 68 bytes, 65 of them counted. */
  @Provide
  Arbitrary<List<String>> equalMessages() {
    return Arbitraries.strings()
        .withCharRange('!', '~')
        .excludeChars('<')
        .ofLength(7)
        .list()
        .ofMinSize(2)
        .ofMaxSize(12);
  }

  private static byte[] body(List<String> messages) {
    return body(messages, -1, 0);
  }

  /** Frames of these messages; the count of one may be another than the right one. */
  private static byte[] body(List<String> messages, int broken, int count) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (int i = 0; i < messages.size(); i++) {
      String line = "<190>1 2026-03-01T10:00:00.120001+00:00 host app web.1 - " + messages.get(i);
      byte[] message = (line + "\n").getBytes(UTF_8);
      body.writeBytes(((i == broken ? count : message.length) + " ").getBytes(UTF_8));
      body.writeBytes(message);
    }
    return body.toByteArray();
  }

  private static byte[] mutated(byte[] body, Random random) {
    if (body.length < 2) {
      return body;
    }
    int at = random.nextInt(body.length);
    int length = Math.min(body.length - at, 1 + random.nextInt(30));
    ByteArrayOutputStream changed = new ByteArrayOutputStream();
    changed.write(body, 0, at);
    switch (random.nextInt(5)) {
      case 0 -> changed.write(body, at + length, body.length - at - length);
      case 1 -> {
        changed.write(body, at, length);
        changed.write(body, at, body.length - at);
      }
      case 2 -> changed.writeBytes(new byte[] {(byte) random.nextInt()});
      case 3 -> {
        changed.write("0123456789 <>\n".charAt(random.nextInt(14)));
        changed.write(body, at + 1, body.length - at - 1);
      }
      default -> {
        changed.write(random.nextInt());
        changed.write(body, at + 1, body.length - at - 1);
      }
    }
    return changed.toByteArray();
  }

  /** Between the frames there are counts and blanks only, and within them nothing is left out. */
  private static void assertAccounted(byte[] body) {
    int pieces = EveryByte.isAccountedFor(body);
    assertThat(Decoded.of(body, Decoded.LOGPLEX).lines()).hasSize(pieces);
    LogplexFrames frames = new LogplexFrames(body, body.length, Sender.LOGPLEX);
    while (frames.next()) {
      if (frames.fault() == Fault.NONE) {
        String header =
            new String(Arrays.copyOfRange(body, frames.from(), frames.messageFrom()), ISO_8859_1);
        assertThat(header).matches("<\\d{1,3}>\\d( [^ \n]+){5} ?");
      }
    }
  }
}
