package io.stormdrain.ingest.redact;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.stormdrain.ingest.source.FreshToken;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedactorTest {
  private static final int SEEDS = 20;

  private final Redaction redaction = new Redactor(false, false).begin();

  private String redacted(String line) {
    return new String(redaction.of(line.getBytes(UTF_8)), UTF_8);
  }

  @Test
  void findsSecretsAndLeavesWhatStandsAroundThem() throws Exception {
    int lines = 0;
    List<String> missed = new ArrayList<>();
    for (int seed = 0; seed < SEEDS; seed++) {
      for (Corpus.Line line : Corpus.of("secrets.txt", seed)) {
        lines++;
        String found = redacted(line.text());
        if (!found.equals(line.redacted())) {
          missed.add("%s%n  %s%n  %s%n".formatted(line.template(), line.text(), found));
        }
      }
    }
    assertThat(lines).isGreaterThanOrEqualTo(200 * SEEDS);
    assertThat(missed.size())
        .as("%d of %d%n%s", missed.size(), lines, missed)
        .isLessThanOrEqualTo(lines / 100);
  }

  @Test
  void leavesHealthyLinesAlone() throws Exception {
    List<String> hit = new ArrayList<>();
    for (int seed = 0; seed < SEEDS; seed++) {
      for (Corpus.Line line : Corpus.of("healthy.txt", seed)) {
        byte[] bytes = line.text().getBytes(UTF_8);
        redaction.of(bytes);
        if (redaction.found()) {
          hit.add("%s%n  %s%n".formatted(line.template(), redacted(line.text())));
        }
      }
    }
    assertThat(hit).isEmpty();
  }

  @Test
  void findsThemWhereverTheyStand() throws Exception {
    for (Corpus.Line line : Corpus.of("secrets.txt", 1)) {
      for (int blanks = 0; blanks < 9; blanks++) {
        String before = " ".repeat(blanks);
        // A name at the begin of a line is read as that of a variable, so there is a word too.
        assertThat(redacted("- " + before + redacted(line.text())))
            .as(line.template())
            .isEqualTo("- " + before + redacted(line.text()));
        if (!line.text().equals(redacted(line.text()))) {
          assertThat(redacted("- " + before + line.text())).contains("[redacted]");
        }
      }
    }
  }

  @Test
  void whatIsRedactedStaysAsItIs() throws Exception {
    for (Corpus.Line line : Corpus.of("secrets.txt", 2)) {
      String once = redacted(line.text());

      assertThat(redacted(once)).as(line.template()).isEqualTo(once);
    }
  }

  @Test
  void severalSecretsOfALineGoEachForItself() {
    String line =
        redacted("retry postgres://a:b1@h/d then redis://:c2@h then token=0123456789abcdef end");

    assertThat(line)
        .isEqualTo(
            "retry postgres://a:[redacted]@h/d then redis://:[redacted]@h"
                + " then token=[redacted] end");
    assertThat(redaction.kinds())
        .containsExactlyInAnyOrder(SecretKind.URL_PASSWORD, SecretKind.NAMED);
  }

  @Test
  void textOfAnyLanguageStaysWhole() {
    assertThat(redacted("Fehler für «münchen» password=geheim7 → ñandú"))
        .isEqualTo("Fehler für «münchen» password=[redacted] → ñandú");
  }

  @Test
  void aTokenThatWasMadeHereIsKnownWhereverItStands() {
    String token = FreshToken.random().reveal();

    assertThat(redacted("drain " + token + " does not answer"))
        .isEqualTo("drain sdt_[redacted] does not answer");
  }

  @Test
  void aLineThatGrowsStaysWithinARecord() {
    String full = "pwd=1ü2 ".repeat(65_536 / 9);

    byte[] line = redaction.of(full.getBytes(UTF_8));

    assertThat(line).hasSizeLessThanOrEqualTo(65_536).hasSizeGreaterThan(65_500);
    assertThat(new String(line, UTF_8)).doesNotContain("\uFFFD", "ü2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "from jane.doe@example.com to x | from [redacted]@example.com to x",
        "user=jane@mail.example.co.uk&x=1 | user=[redacted]@mail.example.co.uk&x=1",
        "lodash@4.17.21 and @types/node@20.1 | lodash@4.17.21 and @types/node@20.1",
        "fwd=\"203.0.113.9\" host | fwd=\"[redacted]\" host",
        "fwd=\"203.0.113.9, 10.1.2.3\" | fwd=\"[redacted], 10.1.2.3\"",
        "to 192.168.1.1:5432 and 127.0.0.1 and 172.16.0.9 | to 192.168.1.1:5432 and 127.0.0.1 and 172.16.0.9",
        "to 198.51.100.7:443 | to [redacted]:443",
        "peer 2001:db8:0:0:1:0:0:1 left | peer [redacted] left",
        "peer 2001:db8::1 left | peer [redacted] left",
        "at 12:34:56 std::vector Foo::Bar v1.2.3 | at 12:34:56 std::vector Foo::Bar v1.2.3",
      })
  void addressesOfPeopleGoWhereThatIsWanted(String line, String redacted) {
    Redaction all = new Redactor(true, true).begin();

    assertThat(new String(all.of(line.getBytes(UTF_8)), UTF_8)).isEqualTo(redacted);
    assertThat(redacted(line)).isEqualTo(line);
  }
}
