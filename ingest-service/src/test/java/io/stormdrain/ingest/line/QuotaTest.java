package io.stormdrain.ingest.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.stormdrain.ingest.source.Platform;
import io.stormdrain.ingest.source.Source;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuotaTest {
  private static final long SECOND = 1_000_000_000L;
  private static final Source SHOP = new Source("shop", "shop", Platform.HEROKU, null);

  private final Quotas quotas = new Quotas(100, Duration.ofSeconds(2));

  private static Source shop(int linesPerSecond) {
    return new Source("shop", "shop", Platform.HEROKU, null, null, linesPerSecond, List.of());
  }

  @Test
  void aBurstIsLetInAndThenAsManyAsTheQuotaSays() {
    quotas.spend(SHOP, 199, 0);
    assertThat(quotas.isSpent(SHOP, 0)).isFalse();
    quotas.spend(SHOP, 1, 0);
    assertThat(quotas.isSpent(SHOP, 0)).isTrue();

    assertThat(quotas.isSpent(SHOP, SECOND / 100)).isFalse();
    quotas.spend(SHOP, 1, SECOND / 100);
    assertThat(quotas.isSpent(SHOP, SECOND / 100)).isTrue();
  }

  @Test
  void whatWasTakenAboveItIsMadeUpFor() {
    quotas.spend(SHOP, 500, 0);

    assertThat(quotas.isSpent(SHOP, 3 * SECOND)).isTrue();
    assertThat(quotas.isSpent(SHOP, 3 * SECOND + 1)).isFalse();
  }

  @Test
  void silenceSavesNoMoreThanABurst() {
    assertThat(quotas.isSpent(SHOP, 0)).isFalse();

    quotas.spend(SHOP, 200, 1_000 * SECOND);

    assertThat(quotas.isSpent(SHOP, 1_000 * SECOND)).isTrue();
  }

  @Test
  void aSourceMayHaveAQuotaOfItsOwnWhichMayChange() {
    quotas.spend(shop(10), 20, 0);
    assertThat(quotas.isSpent(shop(10), 0)).isTrue();
    assertThat(quotas.isSpent(shop(1_000), 0)).isFalse();
  }

  @Test
  void oneSourceSpendsNothingOfAnother() {
    quotas.spend(SHOP, 1_000, 0);

    assertThat(quotas.isSpent(new Source("blog", "blog", Platform.HEROKU, null), 0)).isFalse();
  }

  @Test
  void withoutAQuotaAnyNumberIsLetIn() {
    Quotas none = new Quotas(0, Duration.ofSeconds(2));

    none.spend(SHOP, Integer.MAX_VALUE, 0);

    assertThat(none.isSpent(SHOP, 0)).isFalse();
  }

  @Test
  void whatMakesNoSenseIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Quotas(-1, Duration.ofSeconds(2)));
    assertThatIllegalArgumentException().isThrownBy(() -> new Quotas(1, Duration.ofMillis(999)));
  }
}
