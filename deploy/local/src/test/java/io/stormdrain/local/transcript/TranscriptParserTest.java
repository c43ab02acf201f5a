package io.stormdrain.local.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

final class TranscriptParserTest {

  private static TranscriptLine parse(String text) {
    return TranscriptParser.parse(1, text);
  }

  @Test
  void readsALineOfTheApp() {
    assertThat(parse("2026-03-01T10:00:00.123456+00:00 app[web.1]: hello  world "))
        .isEqualTo(
            new TranscriptLine(
                1,
                Instant.parse("2026-03-01T10:00:00.123456Z"),
                Origin.APP,
                "web.1",
                "hello  world "));
  }

  @Test
  void readsALineOfThePlatform() {
    TranscriptLine line =
        parse("2026-03-01T10:00:00Z heroku[router]: at=error code=H10 desc=\"App crashed\"");

    assertThat(line.origin()).isEqualTo(Origin.PLATFORM);
    assertThat(line.process()).isEqualTo("router");
    assertThat(line.message()).isEqualTo("at=error code=H10 desc=\"App crashed\"");
  }

  @Test
  void theApiAndTheAddOnsArePlatformThoughTheySignAsTheApp() {
    assertThat(parse("2026-03-01T10:00:00Z app[api]: Release v2 created").origin())
        .isEqualTo(Origin.PLATFORM);
    assertThat(parse("2026-03-01T10:00:00Z app[heroku-postgres]: source=DATABASE").origin())
        .isEqualTo(Origin.PLATFORM);
    assertThat(parse("2026-03-01T10:00:00Z app[postgres.112]: [BLUE] LOG").origin())
        .isEqualTo(Origin.PLATFORM);
    assertThat(parse("2026-03-01T10:00:00Z app[scheduler.9]: done").origin()).isEqualTo(Origin.APP);
  }

  @Test
  void offsetsAreCarriedOver() {
    assertThat(parse("2026-03-01T12:00:00+02:00 app[web.1]: x").time())
        .isEqualTo(Instant.parse("2026-03-01T10:00:00Z"));
    assertThat(parse("2026-03-01T05:30:00-0430 app[web.1]: x").time())
        .isEqualTo(Instant.parse("2026-03-01T10:00:00Z"));
    assertThat(parse("2026-03-01T10:00:00 app[web.1]: x").time())
        .isEqualTo(Instant.parse("2026-03-01T10:00:00Z"));
  }

  @Test
  void aLineWithoutAPrefixIsTheAppsOfAnUnknownProcess() {
    assertThat(parse("  File \"/app/x.py\", line 3"))
        .isEqualTo(new TranscriptLine(1, null, Origin.APP, null, "  File \"/app/x.py\", line 3"));
    assertThat(parse("sshd[12]: accepted").message()).isEqualTo("sshd[12]: accepted");
    assertThat(parse("").message()).isEmpty();
  }

  @Test
  void aPrefixMayHaveLostItsTimeAndATimeItsPrefix() {
    assertThat(parse("heroku[web.1]: Cycling"))
        .isEqualTo(new TranscriptLine(1, null, Origin.PLATFORM, "web.1", "Cycling"));
    TranscriptLine line = parse("2026-03-01T10:00:00Z listening on 3000");
    assertThat(line.time()).isEqualTo(Instant.parse("2026-03-01T10:00:00Z"));
    assertThat(line.message()).isEqualTo("2026-03-01T10:00:00Z listening on 3000");
  }

  @Test
  void aTimeThatDoesNotExistIsNoTime() {
    assertThat(parse("2026-02-31T10:00:00Z app[web.1]: x"))
        .isEqualTo(new TranscriptLine(1, null, Origin.APP, "web.1", "x"));
  }

  @Test
  void coloursAroundThePrefixAreDroppedAndThoseOfTheMessageKept() {
    TranscriptLine line =
        parse("\u001b[36m2026-03-01T10:00:00Z app[web.1]:\u001b[0m \u001b[31mred\u001b[0m");

    assertThat(line.process()).isEqualTo("web.1");
    assertThat(line.message()).isEqualTo("\u001b[31mred\u001b[0m");
  }

  @Test
  void anEmptyMessageAndAMissingProcessAreNoTrouble() {
    assertThat(parse("2026-03-01T10:00:00Z app[web.1]: ").message()).isEmpty();
    assertThat(parse("2026-03-01T10:00:00Z app[web.1]:").message()).isEmpty();
    assertThat(parse("2026-03-01T10:00:00Z app[-]: x").process()).isNull();
  }
}
