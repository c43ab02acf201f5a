package io.stormdrain.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SigningSecretTest {
  private static final String TEXT = "what-its-platform-signs-with";

  @Test
  void itHidesItself() {
    Source source =
        new Source("shop", "shop", Platform.GITHUB, null, List.of(SigningSecret.of(TEXT)));

    assertThat(source.toString()).doesNotContain(TEXT).contains("SigningSecret(hidden)");
  }

  @Test
  void readAgainItIsTheSame() {
    assertThat(SigningSecret.of(TEXT))
        .isEqualTo(SigningSecret.of(TEXT))
        .hasSameHashCodeAs(SigningSecret.of(TEXT))
        .isNotEqualTo(SigningSecret.of(TEXT + "!"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "elevenchars", "whsec_not base 64"})
  void whatIsTooEasilyFoundOrNoKeyIsRefusedWithoutBeingShown(String secret) {
    assertThatThrownBy(() -> SigningSecret.of(secret))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("secret")
        .hasMessageNotContaining("elevenchars")
        .hasMessageNotContaining("not base 64");
  }
}
