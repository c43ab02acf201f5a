package io.stormdrain.analyzer.signature;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class TemplateTest {

  @Test
  void readsTypedFields() {
    assertThat(match("mem={used:size}({percent:number}%)", "Process running mem=870M(170.1%)"))
        .isEqualTo(Map.of("used", 870L << 20, "percent", new BigDecimal("170.1")));
  }

  @Test
  void readsSizesWithFractionsAndDurationsInAnyUnit() {
    assertThat(match("size: {size:size} is", "Compiled slug size: 1.5G is too large"))
        .containsEntry("size", 3L << 29);
    assertThat(match("retry in {wait:duration}.", "retry in 4m.")).containsEntry("wait", 240_000L);
  }

  @Test
  void givesBackAFullStopThatIsAlsoPartOfAWord() {
    assertThat(match("No module named {module:word}.", "No module named bs4.dammit."))
        .containsEntry("module", "bs4.dammit");
  }

  @Test
  void looksForItsFirstLiteralWhereverItStands() {
    assertThat(match("named '{module:word}'", "named x, No module named 'typer' here"))
        .containsEntry("module", "typer");
  }

  @Test
  void isTiedToStartAndEndWhenItSaysSo() {
    assertThat(match("^Cycling$", "Cycling")).isNotNull();
    assertThat(match("^Cycling$", "Cycling lessons")).isNull();
    assertThat(match("^Cycling$", "I like Cycling")).isNull();
  }

  @Test
  void aFieldNeedsAtLeastOneByte() {
    assertThat(match("module '{module}'", "module ''")).isNull();
  }

  @Test
  void doesNotReadANumberThatIsNone() {
    assertThat(match("mem={used:size} ", "mem=12Q ")).isNull();
    assertThat(match("status {status:int}", "status 99999999999999999999")).isNull();
  }

  @Test
  void doubledBracesAreBraces() {
    assertThat(match("{{\"level\":\"{level:word}\"}}", "{\"level\":\"error\"}"))
        .containsEntry("level", "error");
  }

  @Test
  void saysWhatIsWrongWithATemplate() {
    assertThatThrownBy(() -> Template.of("{a}{b}", false)).hasMessageContaining("two fields");
    assertThatThrownBy(() -> Template.of("{a} {b:colour}", false))
        .hasMessageContaining("unknown field type 'colour'");
    assertThatThrownBy(() -> Template.of("x {a", false)).hasMessageContaining("without '}'");
    assertThatThrownBy(() -> Template.of("{a}", false)).hasMessageContaining("no literal");
  }

  @Test
  void staysLinearOnALineFullOfItsFirstLiteral() {
    String hostile = "a=".repeat(50_000);
    assertThat(match("a={x:int} b={y:int}", hostile)).isNull();
  }

  private static @Nullable Map<String, Object> match(String template, String line) {
    return Template.of(template, false).match(new LineText(line.getBytes(UTF_8)));
  }
}
