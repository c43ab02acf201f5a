package io.stormdrain.ingest.redact;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Lines that are made to take time or to break something. */
class HostileLinesTest {
  private static final List<String> PIECES =
      List.of(
          "://",
          "a://",
          ":",
          "@",
          "/",
          "password",
          "PASSWORD=",
          "pwd=",
          "token=",
          "secret",
          "\"",
          "'",
          "\\",
          "\\\"",
          "=",
          "=>",
          "%3D",
          " ",
          "--",
          "<",
          ">",
          "</",
          "Bearer ",
          "Basic ",
          "authorization: ",
          ".eyJ",
          "eyJ",
          "AKIA",
          "AKIA0123456789ABCDEF",
          "[redacted]",
          "ghp_",
          "-----BEGIN PRIVATE KEY-----",
          "PRIVATE KEY-----",
          "-----END",
          "&",
          "&a=",
          "?sig=",
          "@tcp(",
          "8Q~x",
          "1:AAx",
          "0123456789abcdef",
          "ABCdef",
          "x",
          "1.2.3.4",
          "a@b.cd",
          "::",
          "\n",
          "\u00e9",
          "\ufffd",
          "$",
          "{",
          "}",
          "[",
          "]");

  private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

  /** Of 64 KiB; healthy ones take 0.1 ms. */
  private static final Duration MOST = Duration.ofMillis(60);

  private final Redactor redactor = new Redactor(true, true);

  @Test
  void aLineOfNothingButOneFormTakesNoLongerThanOthers() {
    List<String> slow = new ArrayList<>();
    for (String form : forms()) {
      long best = best(form.repeat(65_536 / form.length()).getBytes(UTF_8));
      if (best > MOST.toNanos()) {
        slow.add(form + " " + Duration.ofNanos(best));
      }
    }
    assertThat(slow).isEmpty();
  }

  /** Every anchor, alone and with what makes rules look further. */
  private static Set<String> forms() {
    Set<String> forms = new LinkedHashSet<>(PIECES);
    for (Rule rule : Redactor.rules()) {
      for (Anchor anchor : rule.anchors()) {
        String text = sample(anchor);
        List.of("", " ", "=", ":", "=\"", ": '", "a", "1", "=$", "A1-")
            .forEach(after -> forms.add(text + after));
      }
    }
    forms.addAll(
        List.of("a://b:", "a://b:/", "eyJa.eyJaaaaaaaa", "pwd=&a", "basic YTpi", "1.", "1:"));
    return forms;
  }

  private static String sample(Anchor anchor) {
    StringBuilder sample = new StringBuilder();
    for (int i = 0; i < anchor.length(); i++) {
      int place = i;
      int member =
          IntStream.range(0, 128)
              .filter(b -> anchor.place(place).has((byte) b))
              .findFirst()
              .orElseThrow();
      sample.append((char) member);
    }
    return sample.toString();
  }

  private long best(byte[] line) {
    Redaction redaction = redactor.begin();
    long best = Long.MAX_VALUE;
    for (int i = 0; i < 4 && best > MOST.toNanos(); i++) {
      long began = CPU.getCurrentThreadCpuTime();
      redaction.of(line);
      best = Math.min(best, CPU.getCurrentThreadCpuTime() - began);
    }
    return best;
  }

  @Property(tries = 20_000)
  void noMixtureOfFormsBreaksIt(@ForAll("mixtures") String line) {
    Redaction redaction = redactor.begin();
    byte[] once = redaction.of(line.getBytes(UTF_8));

    assertThat(new String(once, UTF_8).getBytes(UTF_8)).isEqualTo(once);
    assertThat(redaction.of(once)).hasSizeLessThanOrEqualTo(65_536);
  }

  @Property(tries = 5_000)
  void noBytesBreakIt(@ForAll byte[] line) {
    redactor.begin().of(line);
    redactor.begin().of(("password=" + new String(line, ISO_8859_1)).getBytes(ISO_8859_1));
  }

  @Provide
  Arbitrary<String> mixtures() {
    return Arbitraries.of(PIECES).list().ofMaxSize(12).map(pieces -> String.join("", pieces));
  }
}
