package io.stormdrain.ingest.door;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.stormdrain.ingest.door.Credentials.Identity;
import io.stormdrain.ingest.source.FileSources;
import io.stormdrain.ingest.source.Platform;
import io.stormdrain.ingest.source.Source;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialsTest {
  private static final String TOKEN = "s3cret-of-shop-012345";
  private static final Identity SHOP =
      new Identity.Known(new Source("shop", "shop", Platform.HEROKU, null));
  private static final Identity NOBODY = new Identity.Stranger(Answer.NO_TOKEN);
  private static final Identity UNKNOWN = new Identity.Stranger(Answer.UNKNOWN_TOKEN);

  private FileSources sources;

  @BeforeEach
  void readSources(@TempDir Path folder) throws Exception {
    String yaml = "sources: [{id: shop, app: shop, platform: heroku, tokens: [" + TOKEN + "]}]";
    sources = new FileSources(Files.writeString(folder.resolve("sources.yaml"), yaml));
  }

  @ParameterizedTest
  @ValueSource(strings = {"drain:" + TOKEN, "any one:" + TOKEN, ":" + TOKEN, TOKEN + ":"})
  void aTokenIsAPasswordOrAUserWithoutOne(String userAndPassword) {
    assertThat(identity(basic(userAndPassword), null, null)).isEqualTo(SHOP);
  }

  @Test
  void aTokenIsABearerToken() {
    assertThat(identity("Bearer " + TOKEN, null, null)).isEqualTo(SHOP);
    assertThat(identity("bearer  " + TOKEN + " ", null, null)).isEqualTo(SHOP);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Splunk " + TOKEN, "ApiKey " + TOKEN, "Token " + TOKEN})
  void aTokenHasOtherSchemesToo(String authorization) {
    assertThat(identity(authorization, null, null)).isEqualTo(SHOP);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer ", "ApiKey "})
  void aTokenMayBeEncodedByItsSender(String scheme) {
    assertThat(identity(scheme + encoded(TOKEN), null, null)).isEqualTo(SHOP);
    assertThat(identity(scheme + encoded("key:" + TOKEN), null, null)).isEqualTo(SHOP);
  }

  @Test
  void aTokenIsAnApiKey() {
    assertThat(Credentials.of(null, TOKEN, null, null).identity(sources)).isEqualTo(SHOP);
  }

  @Test
  void aTokenIsTheEndOfThePath() {
    assertThat(identity(null, TOKEN, null)).isEqualTo(SHOP);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"token=" + TOKEN, "app=shop&token=" + TOKEN, "token=%733cret-of-shop-012345"})
  void aTokenIsAParameter(String query) {
    assertThat(identity(null, null, query)).isEqualTo(SHOP);
  }

  @Test
  void anyOfSeveralTokensWillDo() {
    assertThat(identity(basic("proxy:its-own-password"), "", "token=" + TOKEN)).isEqualTo(SHOP);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Basic", "Basic !!!", "Digest username=x", "Basic Og=="})
  void whatHoldsNoTokenIsNoToken(String authorization) {
    assertThat(identity(authorization, null, "app=shop&token")).isEqualTo(NOBODY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"wrong", TOKEN + " ", TOKEN + "/", "S" + TOKEN})
  void anotherTokenIsUnknown(String token) {
    assertThat(identity(basic("drain:" + token), null, null)).isEqualTo(UNKNOWN);
    assertThat(identity(null, token, null)).isEqualTo(UNKNOWN);
  }

  @Test
  void aBrokenEscapeIsNoToken() {
    assertThat(identity(null, null, "token=%zz")).isEqualTo(NOBODY);
  }

  @Test
  void credentialsDoNotShowTheirTokens() {
    assertThat(Credentials.of(basic("drain:" + TOKEN), TOKEN, TOKEN, "token=" + TOKEN).toString())
        .doesNotContain(TOKEN);
  }

  private Identity identity(
      @Nullable String authorization, @Nullable String segment, @Nullable String query) {
    return Credentials.of(authorization, null, segment, query).identity(sources);
  }

  private static String basic(String userAndPassword) {
    return "Basic " + encoded(userAndPassword);
  }

  private static String encoded(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }
}
