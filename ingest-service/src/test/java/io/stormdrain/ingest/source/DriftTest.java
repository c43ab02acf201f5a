package io.stormdrain.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.stormdrain.ingest.source.Drift.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class DriftTest {
  private static final Source SHOP = new Source("shop", "shop", Platform.HEROKU, "production");
  private static final Source BLOG = new Source("blog", "blog", Platform.RENDER, null);

  @Test
  void sourcesOfOnePlaceOnlyAreNamed() {
    assertThat(Drift.between(List.of(SHOP), List.of(BLOG)))
        .containsExactly(
            new Drift(Kind.ONLY_IN_REGISTRY, "blog", ""), new Drift(Kind.ONLY_IN_FILE, "shop", ""));
  }

  @Test
  void fieldsThatDifferAreNamedWithBothValuesButSecretsAreNot() {
    Source other =
        new Source(
            "shop",
            "shop",
            Platform.HEROKU,
            null,
            "payments",
            100,
            List.of(SigningSecret.of("0123456789ab")));

    assertThat(Drift.between(List.of(SHOP), List.of(other)))
        .extracting(Drift::detail)
        .containsExactly(
            "environment: 'production' in the file, none in the registry",
            "lines-per-second: none in the file, '100' in the registry",
            "team: none in the file, 'payments' in the registry",
            "secrets");
  }

  @Test
  void whatIsTheSameIsNoDrift() {
    assertThat(Drift.between(List.of(SHOP, BLOG), List.of(BLOG, SHOP))).isEmpty();
  }
}
