package io.stormdrain.ingest.line;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.stormdrain.ingest.logplex.FrameHeaders;
import io.stormdrain.ingest.logplex.LogplexLines;
import io.stormdrain.ingest.source.Platform;
import io.stormdrain.ingest.source.Source;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Makes the golden samples of the topic's contract, byte for byte. */
class ContractSamplesTest {
  private static final Path CONTRACT =
      Path.of(System.getProperty("stormdrain.root"), "ingest-service", "contract");
  private static final long RECEIVED = Instant.parse("2026-03-01T10:00:06.250Z").toEpochMilli();
  private static final Source SHOP =
      new Source("shop-production", "shop", Platform.HEROKU, "production");
  private static final Source SHIELD = new Source("shield", "shield", Platform.HEROKU, null);
  private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

  @ParameterizedTest
  @CsvSource({
    "heroku-dyno-state, a-ordinary, 0,",
    "heroku-app-line, a-ordinary, 1,",
    "heroku-loss-report, b-after-loss, 0,",
    "heroku-gap-before, b-after-loss, 1,",
    "heroku-many-lines, c-odd-but-valid, 5, " + TRACE,
    "heroku-no-process, c-odd-but-valid, 4,",
    "heroku-time-inferred, g-bad-time-in-one, 1,",
    "heroku-raw-frame, g-count-too-large-at-end, 1,",
  })
  void aLineOfLogplexIsTheSample(String sample, String body, int line, @Nullable String trace)
      throws IOException {
    FrameHeaders headers =
        FrameHeaders.of("Logplex/v72", "d.fc6b856b-3332-4546-93de-7d0ee272c3bd", null, null, null);
    FrameId frame = FrameId.of("09C557EAFCFB6CF2740EE62F62971098", null);

    LogLine record = line(body, line, headers, SHOP, frame, Trace.of(trace));

    assertThat(written(record)).isEqualTo(Files.readAllBytes(CONTRACT.resolve(sample + ".txt")));
  }

  @Test
  void aLineOfAnAppOfATeamIsTheSample() throws IOException {
    FrameHeaders headers =
        FrameHeaders.of("Logplex/v72", "d.fc6b856b-3332-4546-93de-7d0ee272c3bd", null, null, null);
    FrameId frame = FrameId.of("09C557EAFCFB6CF2740EE62F62971098", null);
    Source owned =
        new Source(
            SHOP.id(),
            SHOP.app(),
            SHOP.platform(),
            SHOP.environment(),
            "payments",
            null,
            SHOP.secrets());

    LogLine record = line("a-ordinary", 1, headers, owned, frame, null);

    assertThat(written(record)).isEqualTo(Files.readAllBytes(CONTRACT.resolve("heroku-team.txt")));
  }

  @Test
  void aLineOfLogShuttleIsTheSample() throws IOException {
    FrameHeaders headers = FrameHeaders.of("log-shuttle/0.22.0", null, "2", "111", null);
    FrameId frame = FrameId.of(null, "6f1f7a0e-6d0c-4f0c-9f65-0c9a3f3a2b11");

    LogLine record = line("e-log-shuttle", 1, headers, SHIELD, frame, null);

    assertThat(written(record))
        .isEqualTo(Files.readAllBytes(CONTRACT.resolve("log-shuttle-line.txt")));
  }

  @Test
  void everySampleIsMade() throws IOException {
    try (Stream<Path> files = Files.list(CONTRACT)) {
      assertThat(files.filter(file -> file.toString().endsWith(".txt"))).hasSize(10);
    }
  }

  private static LogLine line(
      String fixture,
      int number,
      FrameHeaders headers,
      Source source,
      @Nullable FrameId frame,
      @Nullable Trace trace)
      throws IOException {
    byte[] body = fixture(fixture);
    HerokuLines lines =
        new HerokuLines(
            new LogplexLines(body, body.length, headers),
            body,
            new HerokuSpeakers(source),
            frame,
            trace,
            RECEIVED);
    for (int i = 0; i < number; i++) {
      lines.next();
    }
    return Objects.requireNonNull(lines.next(), "too few lines");
  }

  private static byte[] fixture(String name) throws IOException {
    try (InputStream file =
        ContractSamplesTest.class.getResourceAsStream("/drain/" + name + ".body")) {
      return Objects.requireNonNull(file, name).readAllBytes();
    }
  }

  private static byte[] written(LogLine record) {
    StringBuilder text = new StringBuilder();
    text.append("key ").append(new String(record.key(), UTF_8)).append('\n');
    text.append("timestamp ").append(record.timestamp()).append('\n');
    for (Header header : record.headers()) {
      String value = new String(header.value(), UTF_8);
      text.append("header ").append(header.key()).append(' ').append(value).append('\n');
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(text.append('\n').toString().getBytes(UTF_8));
    bytes.writeBytes(record.value());
    return bytes.toByteArray();
  }
}
