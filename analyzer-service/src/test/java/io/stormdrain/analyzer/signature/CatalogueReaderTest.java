package io.stormdrain.analyzer.signature;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stormdrain.analyzer.Lines;
import java.io.ByteArrayInputStream;
import org.junit.jupiter.api.Test;

final class CatalogueReaderTest {

  private static final String GOOD =
      """
      - id: boot-timeout
        scope: {platform: heroku, origin: platform}
        pattern: "Error R10 (Boot timeout)"
        signal: boot.timeout
        subject: "R10 {process}"
        matches:
          - {line: "Error R10 (Boot timeout) -> Web process failed", subject: R10 web.1}
          - "Error R10 (Boot timeout)"
        rejects:
          - "Error R14 (Memory quota exceeded)"
      """;

  @Test
  void aLineIsRecognisedWithinItsScopeOnly() {
    Catalogue catalogue = read(GOOD);
    String text = "Error R10 (Boot timeout) -> Web process failed";
    assertThat(catalogue.match(new Lines().platform("web.1", text))).hasSize(1);
    assertThat(catalogue.match(new Lines().app("web.1", text))).isEmpty();
  }

  @Test
  void anUnknownKeyStopsTheReadingWithItsPlace() {
    assertThatThrownBy(() -> read(GOOD + "  colour: red\n"))
        .isInstanceOf(CatalogueException.class)
        .hasMessageStartingWith("test.yaml:12: unknown key 'colour', known are")
        .hasMessageContaining("pattern");
  }

  @Test
  void aMissingSampleStopsTheReading() {
    String without = GOOD.substring(0, GOOD.indexOf("  rejects:"));
    assertThatThrownBy(() -> read(without))
        .hasMessage(
            "test.yaml:1: signature 'boot-timeout': needs at least one sample in 'rejects'");
  }

  @Test
  void aSampleThatDoesNotMatchStopsTheReading() {
    assertThatThrownBy(() ->
            read(
                GOOD
                    + GOOD.replace("id: boot-timeout", "id: other")
                        .replace("(Boot timeout) ->", "->")))
        .hasMessage(
            "test.yaml:11: signature 'other': sample is not matched: Error R10 -> Web process failed");
  }

  @Test
  void aSampleThatMustNotMatchAndDoesStopsTheReading() {
    assertThatThrownBy(() ->
            read(GOOD.replace("Error R14 (Memory quota exceeded)", "Error R10 (Boot timeout)")))
        .hasMessageContaining("sample must not match");
  }

  @Test
  void aWrongSubjectStopsTheReading() {
    assertThatThrownBy(() -> read(GOOD.replace("subject: R10 web.1", "subject: R11")))
        .hasMessageContaining("subject is 'R10 web.1', expected 'R11'");
  }

  @Test
  void aRepetitionThatIsWrittenOutTooOftenStopsTheReading() {
    assertThatThrownBy(() ->
            read(
                GOOD.replace(
                    "pattern: \"Error R10 (Boot timeout)\"",
                    "regex: 'R10.{0,301}'\n  literals: [R10]")))
        .hasMessageContaining("repeats {0,301} times: write * or +, or at most 300");
  }

  @Test
  void twoSignaturesOfOneIdStopTheReading() {
    assertThatThrownBy(() -> read(GOOD + GOOD))
        .hasMessageContaining("signature 'boot-timeout': is there twice");
  }

  @Test
  void aRegexWithoutLiteralsStopsTheReading() {
    assertThatThrownBy(
            () -> read(GOOD.replace("pattern: \"Error R10 (Boot timeout)\"", "regex: 'R10'")))
        .hasMessageContaining("needs 'literals'");
  }

  @Test
  void somethingElseThanAListIsRefused() {
    assertThatThrownBy(() -> read("id: x"))
        .hasMessage("test.yaml:1: expected a list of signatures");
  }

  private static Catalogue read(String yaml) {
    return new CatalogueReader()
        .read("test.yaml", new ByteArrayInputStream(yaml.getBytes(UTF_8)))
        .catalogue();
  }
}
