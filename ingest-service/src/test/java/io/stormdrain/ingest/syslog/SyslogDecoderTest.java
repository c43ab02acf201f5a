package io.stormdrain.ingest.syslog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.stormdrain.ingest.message.Decoding;
import io.stormdrain.ingest.message.Message;
import io.stormdrain.ingest.message.Moment;
import io.stormdrain.ingest.message.Origin;
import io.stormdrain.ingest.message.Severity;
import io.stormdrain.ingest.message.Severity.Trust;
import io.stormdrain.ingest.message.Voice;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SyslogDecoderTest {
  private static final Decoding ANY = (body, limit) -> new Stream(body, limit, "other", 1_000);
  private static final Decoding RENDER = (body, limit) -> new Stream(body, limit, "render", 50);
  private static final Decoding HEROKU = (body, limit) -> new Stream(body, limit, "heroku", 50);

  @Test
  void readsRendersStream() {
    Message message =
        ANY.only(
            "1jdkoe52 <1>1 2023-07-27T05:43:22.401882Z render render-log-endpoint-test 1"
                + " render-log-endpoint-test - Render test log\n");

    assertThat(message.voice())
        .isEqualTo(
            new Voice(
                Origin.APP,
                "render",
                "render-log-endpoint-test",
                "render-log-endpoint-test",
                null,
                null));
    assertThat(message.text()).hasToString("Render test log");
    assertThat(message.moment())
        .isEqualTo(Moment.ofMillis(Instant.parse("2023-07-27T05:43:22.401Z").toEpochMilli()));
    assertThat(message.severity()).isEqualTo(new Severity(19, Trust.GUESSED));
  }

  @Test
  void readsTheOlderFormOfRendersStream() {
    Message message =
        RENDER.only(
            "<0>1 2021-03-31T16:00:00-08:00 test-service cron-12345 74440 cron-12345 - hello this"
                + " is a test\n");

    assertThat(message.voice().service()).isEqualTo("test-service");
    assertThat(message.voice().process()).isEqualTo("cron-12345");
    assertThat(message.text()).hasToString("hello this is a test");
    assertThat(message.moment())
        .isEqualTo(Moment.ofMillis(Instant.parse("2021-04-01T00:00:00Z").toEpochMilli()));
  }

  @Test
  void nothingTellsWhatRenderSaysFromWhatAnAppSays() {
    String line =
        "<11>1 2026-02-05T16:00:01.123456Z render backend-api web-5d4f9 web-5d4f9 - ==> Exited\n";

    assertThat(RENDER.only(line).voice().origin()).isEqualTo(Origin.APP);
  }

  @Test
  void readsHerokusSyslogDrain() {
    Message message = ANY.all(Decoding.fixture("drain/f-syslog-drain.body")).getFirst();

    assertThat(message.voice())
        .isEqualTo(new Voice(Origin.PLATFORM, "heroku", null, "web.1", null, null));
    assertThat(message.text()).hasToString("Stopping all processes with SIGTERM");
  }

  @Test
  void structuredDataMayBeMissing() {
    Message message =
        HEROKU.only("<190>1 2026-02-05T16:00:01+00:00 host app web.1 - - Gracefully stopping\n");

    assertThat(message.voice().process()).isEqualTo("web.1");
    assertThat(message.text()).hasToString("Gracefully stopping");
  }

  @Test
  void readsRailwaysForwarderInItsPapertrailMode() {
    Message message =
        ANY.only(
            "<11>1 2025-12-05T00:56:17.123456Z gatewayz-production health-service - - - boom"
                + " {\"severity\":\"error\"}");

    assertThat(message.voice().service()).isEqualTo("health-service");
    assertThat(message.voice().process()).isEqualTo("gatewayz-production");
    assertThat(message.text()).hasToString("boom {\"severity\":\"error\"}");
  }

  @Test
  void structuredDataAndAByteOrderMarkAreNoText() {
    Message message =
        ANY.only(
            "<165>1 2003-10-11T22:14:15.003Z mymachine.example.com evntslog - ID47"
                + " [exampleSDID@32473 iut=\"3\" eventSource=\"App \\\"x\\]\"][a b=\"c\"]"
                + " \ufeffAn application event");

    assertThat(message.text()).hasToString("An application event");
    assertThat(message.voice().service()).isEqualTo("evntslog");
    assertThat(message.voice().process()).isEqualTo("mymachine.example.com");
    assertThat(message.severity()).isEqualTo(new Severity(10, Trust.EXPLICIT));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<34>Feb  5 16:00:01 mymachine su[230]: su root failed | mymachine | su | su root failed",
        "<34>Feb  5 16:00:01 mymachine su: failed | mymachine | su | failed",
        "<34>Feb  5 16:00:01 mymachine just words | mymachine | | just words",
        "<34>Feb  5 16:00:01 su[230]: failed | | su | failed",
        "<34>nginx: failed | | nginx | failed",
        "<34>just words | | | just words",
      })
  void readsRfc3164(String line, String host, String tag, String text) {
    Message message = ANY.only(line);

    assertThat(message.voice().process()).isEqualTo(host);
    assertThat(message.voice().service()).isEqualTo(tag);
    assertThat(message.text()).hasToString(text);
  }

  @Test
  void anOldTimeIsTheSendersOnlyWhenItsZoneMustBeUtc() {
    assertThat(ANY.only("<34>Feb  5 16:00:01 host su: x").moment())
        .isEqualTo(Moment.ofMillis(Instant.parse("2026-02-05T16:00:01Z").toEpochMilli()));
    assertThat(ANY.only("<34>Feb  5 08:00:01 host su: x").moment())
        .isEqualTo(new Moment(Moment.UNKNOWN, "Feb  5 08:00:01"));
    assertThat(ANY.only("<34>Feb 31 16:00:01 host su: x").moment().isKnown()).isFalse();
  }

  @Test
  void inJanuaryDecemberIsOfTheYearBefore() {
    SyslogHeader header =
        OldSyslog.read(
            "Dec 31 23:59:59 host su: x".getBytes(UTF_8),
            0,
            34,
            Instant.parse("2026-01-01T00:00:02Z").toEpochMilli());

    assertThat(header.moment())
        .isEqualTo(Moment.ofMillis(Instant.parse("2025-12-31T23:59:59Z").toEpochMilli()));
  }

  @Test
  void linesWithoutAHeaderBelongToWhatWasSaidBefore() {
    List<Message> all =
        RENDER.all(
            """
            <11>1 2026-02-05T16:00:01Z render api web-1 web-1 - Error: boom
                at Object.<anonymous> (/app/server.js:3:1)
            """);

    assertThat(all.getLast().voice()).isEqualTo(all.getFirst().voice());
    assertThat(all.getLast().text()).hasToString("    at Object.<anonymous> (/app/server.js:3:1)");
    assertThat(all.getLast().raw()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"no syslog at all", "<>1 x", "<192>1 x", "<14>1 2026-02-05T16:00:01Z a b", "<14"})
  void whatHasNoHeaderAndFollowsNothingIsKeptRaw(String line) {
    assertThat(ANY.only(line + "\n").raw()).isTrue();
  }

  @Test
  void survivesMutations() {
    byte[] good =
        ("99 <11>1 2026-02-05T16:00:01.123456Z render backend-api web-5d4f9 web-5d4f9 - ==> Exited"
                + " with status 1<34>Feb  5 16:00:01 host su[2]: [a b=\"c\"] text\n"
                + "token-of-twenty-characters <14>1 - a b c d [x y=\"z\\\"\"] text\n")
            .getBytes(UTF_8);

    ANY.survives(good, "<>[]\"=\\ 0129\n:-", 10_000);
    RENDER.survives(good, "<>[]\"=\\ 0129\n:-", 5_000);
  }

  @Test
  void bytesMadeToTakeLongAreReadInTime() {
    ANY.isReadInTime("", "<");
    ANY.isReadInTime("", "1");
    ANY.isReadInTime("", "\n");
    ANY.isReadInTime("", "1 x");
    ANY.isReadInTime("<14>1 - a b c d ", "[a b=\"");
    ANY.isReadInTime("", "<14>1 - a b c d [a b=\"c\"\n");
  }
}
