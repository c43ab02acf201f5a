package io.stormdrain.ingest.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourcesFileTest {
  private static final String TOKEN = "s3cret-of-shop-0123456789";
  private static final String OTHER = "s3cret-of-bank-0123456789";
  private static final String SHOP =
      """
      sources:
        - id: shop
          app: Shop
          platform: heroku
          environment: Production
          tokens: [%s, %s]
      """
          .formatted(TOKEN, OTHER);

  @Test
  void aSourceOwnsEachOfItsTokens() throws UnusableSourcesException {
    SourceSet sources = read(SHOP);

    Source shop = new Source("shop", "Shop", Platform.HEROKU, "production");
    assertThat(sources.all()).containsExactly(shop);
    assertThat(sources.owning(SourceToken.shown(TOKEN))).isEqualTo(shop);
    assertThat(sources.owning(SourceToken.shown(OTHER))).isEqualTo(shop);
  }

  @ParameterizedTest
  @CsvSource({"''", "s3cret", "s3cret-of-shop-0123456780", "S3cret-of-shop-0123456789"})
  void nobodyOwnsAnotherToken(String shown) throws UnusableSourcesException {
    assertThat(read(SHOP).owning(SourceToken.shown(shown))).isNull();
  }

  @Test
  void theEnvironmentMayBeLeftOut() throws UnusableSourcesException {
    SourceSet sources = read(SHOP.replaceAll(" *environment.*\n", ""));

    assertThat(sources.all()).extracting(Source::environment).containsOnlyNulls();
  }

  @Test
  void thereMayBeNoSources() throws UnusableSourcesException {
    assertThat(read("sources: []").all()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "id: shop | ids: shop | 2: unknown key 'ids', known are [app, environment, id, lines-per-second, platform, secrets, team, tokens]",
        "app: Shop | '' | 2: 'app' is missing",
        "id: shop | id: Shop | 2: id 'Shop': 1 to 64 characters",
        "app: Shop | app: \"\" | 2: app '': 1 to 100 characters",
        "platform: heroku | platform: herokku | 2: platform 'herokku', known are heroku,",
        "tokens: [ | tokens: [short, | 2: token of 5 characters: 20 to 512 are needed",
        "tokens: [ | tokens: [has:colon-012345678901234, | 2: token with characters that a drain",
        "tokens: [ | tokens: [third-s3cret-012345678901234, | 2: tokens: 3 of source 'shop'",
        "tokens: [ | tokens: [~, | 2: 'tokens' is missing",
        "environment: Production | environment: {a: b} | 5: an entry is not of the expected form",
        "environment: Production | id: again | 5: not valid YAML, or a key is there twice",
        "sources: | source: | 1: unknown key 'source'",
        "environment: Production | '@%' | 5: not valid YAML",
      })
  void aFaultIsRefusedWithItsLine(String from, String to, String reason) {
    assertRefused(SHOP.replace(from, to), "sources.yaml:" + reason);
  }

  @Test
  void anEmptyFileIsRefused() {
    assertRefused("", "sources.yaml:1: begins with 'sources:'");
  }

  @Test
  void anIdThatIsThereTwiceIsRefused() {
    String second = SHOP.substring("sources:\n".length());

    assertRefused(SHOP + second, "sources.yaml:7: id 'shop' is there twice");
  }

  @Test
  void aTokenOfTwoSourcesIsRefused() {
    String second = SHOP.substring("sources:\n".length()).replace("id: shop", "id: bank");

    assertRefused(
        SHOP + second, "sources.yaml:7: a token of source 'bank' is also one of source 'shop'");
  }

  private static void assertRefused(String yaml, String reason) {
    assertThatExceptionOfType(UnusableSourcesException.class)
        .isThrownBy(() -> read(yaml))
        .withMessageStartingWith(reason)
        .withMessageNotContainingAny(TOKEN, OTHER, "third-s3cret", "has:colon");
  }

  private static SourceSet read(String yaml) throws UnusableSourcesException {
    return SourcesFile.read("sources.yaml", yaml.getBytes(UTF_8));
  }
}
