package io.stormdrain.ingest.syslog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShownTokensTest {
  private static final String TOKEN = "s3cret-of-shop-012345";

  @Test
  void aTokenMayStandBeforeThePriority() {
    assertThat(ShownTokens.before(bytes(TOKEN + " <14>1 x"))).isEqualTo(TOKEN);
    assertThat(ShownTokens.before(bytes("<14>1 x"))).isNull();
    assertThat(ShownTokens.before(bytes("two words <14>1 x"))).isNull();
    assertThat(ShownTokens.before(bytes("word"))).isNull();
    assertThat(ShownTokens.before(new byte[0])).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        TOKEN + " <14>1 x",
        "<14>1 2026-02-05T16:00:01Z " + TOKEN + " app web.1 - - text",
        "<14>1 - host app - - [" + TOKEN + "@41058 a=\"b\"] text",
        "<14>1 - host app - - [x token=\"" + TOKEN + "\"] text",
        "<14>1 - host app - - - " + TOKEN,
      })
  void aTokenMayStandAnywhereInTheFrame(String frame) {
    assertThat(ShownTokens.in(bytes(frame))).contains(TOKEN);
    assertThat(new String(ShownTokens.without(bytes(frame), bytes(TOKEN)), UTF_8))
        .doesNotContain(TOKEN);
  }

  @Test
  void whatStandsAroundAHiddenTokenStays() {
    assertThat(without("<14>1 - host app - - - key " + TOKEN + ", " + TOKEN))
        .isEqualTo("<14>1 - host app - - - key [token], [token]");
    assertThat(without(TOKEN + " <14>1 x")).isEqualTo("<14>1 x");
    assertThat(without("another-token <14>1 x")).isEqualTo("<14>1 x");
    assertThat(without("<14>1 x")).isEqualTo("<14>1 x");
  }

  @Test
  void onlyTheBeginningIsLookedAtAndNotManyWords() {
    assertThat(ShownTokens.in(bytes("x ".repeat(600) + TOKEN))).isEmpty();
    assertThat(ShownTokens.in(bytes((TOKEN + " ").repeat(40)))).hasSize(12);
  }

  private static String without(String frame) {
    return new String(ShownTokens.without(bytes(frame), bytes(TOKEN)), UTF_8);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
