package io.stormdrain.ingest.logplex;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.stormdrain.ingest.logplex.Decoded.Line;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Bodies that Heroku's senders really make. */
class DrainFixturesTest {
  private static final String L10 = "Error L10 (output buffer overflow): ";

  @Test
  void readsTwoOrdinaryMessages() {
    assertThat(Decoded.logplex("a-ordinary").lines())
        .containsExactly(
            new Line(0, "45 heroku web.1", "", "State changed from starting to crashed"),
            new Line(1, "190 app web.1", "", "ModuleNotFoundError: No module named 'typer'"));
  }

  @Test
  void readsTheTimeToTheMicrosecond() {
    byte[] body = Decoded.fixture("a-ordinary");
    LogplexLines lines = new LogplexLines(body, body.length, Decoded.LOGPLEX);

    lines.next();

    Instant time = Instant.parse("2026-03-01T10:00:00.123456Z");
    assertThat(lines.micros()).isEqualTo(time.toEpochMilli() * 1000 + 456);
  }

  @Test
  void aLossReportIsNumberedLastAndMarksWhatFollows() {
    Decoded body = Decoded.logplex("b-after-loss");

    assertThat(body.lines())
        .containsExactly(
            new Line(
                1,
                "172 heroku logplex",
                "",
                L10 + "17 messages dropped since 2026-03-01T09:59:58+00:00."),
            new Line(0, "45 heroku web.1", "g", "State changed from starting to up"));
    assertThat(body.counts().lostLines()).isEqualTo(17);
  }

  @Test
  void readsTheLossReportOf2023() {
    assertThat(Decoded.logplex("b-after-loss-2023").counts().lostLines()).isEqualTo(1);
  }

  @Test
  void aLossOfAnotherDrainIsNotOurs() {
    Decoded body = Decoded.logplex("b-after-loss-of-a-drain");

    assertThat(body.counts().lostLines()).isZero();
    assertThat(body.lines()).extracting(Line::flags).containsExactly("", "");
  }

  @Test
  void aLossOfThisDrainByNameIsOurs() {
    FrameHeaders named =
        FrameHeaders.of(null, "d.cfcd3264-7259-4b12-ac5b-016032978174", null, null, null);

    Decoded body = Decoded.of(Decoded.fixture("b-after-loss-of-a-drain"), named);

    assertThat(body.counts().lostLines()).isEqualTo(1);
  }

  @Test
  void readsOddButValidFrames() {
    assertThat(Decoded.logplex("c-odd-but-valid").lines())
        .containsExactly(
            new Line(0, "190 app web.1", "", "注文 №42 を処理 ✓"),
            new Line(1, "190 app web.1", "", ""),
            new Line(2, "190 app web.1", "", ""),
            new Line(
                3, "190 app web.1", "", "- Gracefully stopping, waiting for requests to finish"),
            new Line(4, "134 app -", "", "hello"),
            new Line(5, "190 app web.1", "", "first line\nsecond line"),
            new Line(6, "190 app web.1", "", "12 <190>1 fake"));
  }

  @Test
  void joinsTheLineThatHerokuCutThroughItsCharacters() {
    Decoded body = Decoded.logplex("d-long-line");

    String whole = "a" + "é".repeat(12_499) + "z";
    assertThat(body.lines()).containsExactly(new Line(0, "190 app worker.1", "", whole));
    assertThat(whole.getBytes(UTF_8)).hasSize(25_000);
  }

  @Test
  void passesOverTheStructuredDataOfLogShuttle() {
    Decoded body = Decoded.of(Decoded.fixture("e-log-shuttle"), Decoded.LOG_SHUTTLE);

    assertThat(body.lines())
        .containsExactly(
            new Line(
                0,
                "172 myapp log-shuttle",
                "",
                "Error L13: 111 messages lost since 2026-03-01T09:59:03.000000+00:00"),
            new Line(1, "190 myapp web.1", "g", "Hello World"));
    assertThat(body.counts().lostLines()).as("header and line tell the same").isEqualTo(111);
    assertThat(body.counts().isMiscounted()).isFalse();
  }

  @Test
  void passesOverRealStructuredData() {
    Decoded body = Decoded.of(Decoded.fixture("e-structured-data"), Decoded.LOG_SHUTTLE);

    assertThat(body.lines()).containsExactly(new Line(0, "13 token web.1", "g", "message 1"));
  }

  @Test
  void readsASyslogDrainsFrame() {
    FrameHeaders unknown = FrameHeaders.of(null, null, null, null, null);

    Decoded body = Decoded.of(Decoded.fixture("f-syslog-drain"), unknown);

    assertThat(body.lines())
        .containsExactly(new Line(0, "45 heroku web.1", "", "Stopping all processes with SIGTERM"));
  }
}
