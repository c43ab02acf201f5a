package io.stormdrain.ingest.message;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Rfc3339Test {
  @Property
  void readsEveryTimeThatJavaWrites(
      @ForAll @LongRange(min = -62_100_000_000L, max = 253_300_000_000L) long second,
      @ForAll @IntRange(max = 999_999_999) int nanos,
      @ForAll @IntRange(min = -18 * 60, max = 18 * 60) int minutesEast) {
    Instant time = Instant.ofEpochSecond(second, nanos);
    OffsetDateTime written = time.atOffset(ZoneOffset.ofTotalSeconds(minutesEast * 60));
    // Java leaves out seconds of zero, which RFC 5424 does not.
    String text = written.toString().replaceFirst("(T\\d\\d:\\d\\d)([Z+-])", "$1:00$2");

    assertThat(micros(text)).isEqualTo(ChronoUnit.MICROS.between(Instant.EPOCH, floor(time)));
  }

  private static Instant floor(Instant time) {
    return time.truncatedTo(ChronoUnit.MICROS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-03-01T10:00:04+00:00",
        "2026-03-01T10:00:04Z",
        "2026-03-01t10:00:04z",
        "2026-03-01T12:00:04+0200",
        "2026-03-01T12:00:04+02",
        "2026-03-01T09:30:04-00:30",
        "2026-03-01T10:00:04.0Z"
      })
  void readsTheSameTimeInEachForm(String text) {
    assertThat(micros(text)).isEqualTo(Instant.parse("2026-03-01T10:00:04Z").toEpochMilli() * 1000);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        "2026-03-01T10:00:48Z+00:00",
        "2026-03-01T10:00:04",
        "2026-03-01T10:00:04.1234567890Z",
        "2026-02-29T10:00:04Z",
        "2100-02-29T10:00:04Z",
        "2026-04-31T10:00:04Z",
        "2026-13-01T10:00:04Z",
        "2026-00-01T10:00:04Z",
        "2026-03-00T10:00:04Z",
        "2026-03-01T24:00:04Z",
        "2026-03-01T10:60:04Z",
        "2026-03-01T10:00:60Z",
        "2026-03-01 10:00:04Z",
        "2026-03-01T10:00:04+19:00",
        "2026-03-01T10:00:04+00:60",
        "2026-03-01T10:00:04+0a:00",
        "2026-03-01T10:00:04*00:00",
        "2O26-03-01T10:00:04Z",
        "1772359204",
        "Mar  1 10:00:04 web.1",
      })
  void junkIsUnreadable(String text) {
    assertThat(micros(text)).isEqualTo(Rfc3339.UNREADABLE);
  }

  @Property
  void neverFailsOnAnyBytes(@ForAll byte[] text) {
    Rfc3339.micros(text, 0, text.length);
  }

  private static long micros(String text) {
    byte[] padded = ("<" + text + ">").getBytes(US_ASCII);
    return Rfc3339.micros(padded, 1, padded.length - 1);
  }
}
