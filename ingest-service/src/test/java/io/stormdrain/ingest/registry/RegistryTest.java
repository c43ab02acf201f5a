package io.stormdrain.ingest.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.stormdrain.engines.Engines;
import io.stormdrain.ingest.registry.RegistryException.Reason;
import io.stormdrain.ingest.source.FreshToken;
import io.stormdrain.ingest.source.Platform;
import io.stormdrain.ingest.source.SigningSecret;
import io.stormdrain.ingest.source.Source;
import io.stormdrain.ingest.source.SourceToken;
import io.stormdrain.ingest.source.TokenKey;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The registry on a real PostgreSQL. */
class RegistryTest {
  private static final String KEY = "0123456789abcdef0123456789abcdef";
  private static final String SECRET = "what-its-platform-signs-with";
  private static final Source SHOP =
      new Source(
          "shop",
          "Shop",
          Platform.GITHUB,
          "production",
          "payments",
          500,
          List.of(SigningSecret.of(SECRET)));

  private final Clocked clock = new Clocked(Instant.parse("2026-03-01T10:00:00Z"));
  private final FreshToken token = FreshToken.random();
  private final Database database = Database.fresh();
  private final Registry registry = registry(KEY);
  private boolean away;

  private Registry registry(String key) {
    return Registry.of(database.source(), TokenKey.of(key), database::migrate, null, clock);
  }

  @BeforeEach
  void begin() {
    assertThat(registry.look()).isTrue();
  }

  @AfterEach
  void bringPostgresBack() {
    if (away) {
      Engines.restartPostgres();
      away = false;
    }
  }

  private void addShop() {
    registry.add(SHOP, List.of(SECRET), List.of(token.token()), null, "127.0.0.1");
  }

  @Test
  void aSourceIsInForceAtOnceAndElsewhereAfterALook() {
    Registry other = registry(KEY);
    other.look();

    addShop();

    assertThat(registry.owning(token.token())).isEqualTo(SHOP);
    assertThat(registry.owning(SourceToken.shown("another"))).isNull();
    assertThat(other.owning(token.token())).isNull();
    assertThat(other.look()).isTrue();
    assertThat(other.owning(token.token())).isEqualTo(SHOP);
    assertThat(other.look()).isFalse();
  }

  @Test
  void noTokenAndNoSecretCanBeReadOutOfTheTables() throws Exception {
    addShop();

    String dump = database.dump();
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.reveal().getBytes(UTF_8));
    assertThat(dump)
        .contains("shop", "payments", "added")
        .doesNotContain(token.reveal(), SECRET)
        .doesNotContain(HexFormat.of().formatHex(token.reveal().getBytes(UTF_8)))
        .doesNotContain(HexFormat.of().formatHex(SECRET.getBytes(UTF_8)))
        .doesNotContain(HexFormat.of().formatHex(digest));
  }

  @Test
  void withAnotherKeyTheTablesAreWorthNothing() {
    addShop();
    Registry thief = registry("another key of thirty-two letters");

    thief.look();

    assertThat(thief.owning(token.token())).isNull();
    assertThat(thief.state()).isEqualTo(RegistryState.UNREAD);
    assertThat(thief.trouble()).contains("not sealed with this STORMDRAIN_TOKEN_KEY");
  }

  @Test
  void twoTokensAreGoodUntilTheOlderOneExpires() {
    addShop();
    clock.forward(Duration.ofSeconds(1));
    FreshToken second = FreshToken.random();

    Instant until = registry.rotate("shop", second.token(), Duration.ofDays(7), "127.0.0.1");

    assertThat(until).isEqualTo(clock.instant().plus(Duration.ofDays(7)));
    assertThat(registry.owning(second.token())).isEqualTo(SHOP);
    clock.forward(Duration.ofDays(7).minusMillis(1));
    assertThat(registry.owning(token.token())).isEqualTo(SHOP);
    clock.forward(Duration.ofMillis(1));
    assertThat(registry.owning(token.token())).isNull();
    assertThat(registry.owning(second.token())).isEqualTo(SHOP);
  }

  @Test
  void aThirdTokenTakesTheFirstOneBack() {
    addShop();
    clock.forward(Duration.ofSeconds(1));
    FreshToken second = FreshToken.random();
    registry.rotate("shop", second.token(), Duration.ofDays(7), "127.0.0.1");
    clock.forward(Duration.ofSeconds(1));

    registry.rotate("shop", FreshToken.random().token(), Duration.ofDays(7), "127.0.0.1");

    assertThat(registry.owning(token.token())).isNull();
    assertThat(registry.owning(second.token())).isEqualTo(SHOP);
    assertThat(registry.registered().getFirst().tokens()).hasSize(2);
  }

  @Test
  void theOlderTokenCanBeTakenBackAtOnce() {
    addShop();
    clock.forward(Duration.ofSeconds(1));
    FreshToken second = FreshToken.random();
    registry.rotate("shop", second.token(), Duration.ofDays(7), "127.0.0.1");

    registry.settle("shop", "127.0.0.1");

    assertThat(registry.owning(token.token())).isNull();
    assertThat(registry.owning(second.token())).isEqualTo(SHOP);
  }

  @Test
  void whoIsRemovedSendsNoMore() {
    addShop();

    registry.remove("shop", "127.0.0.1");

    assertThat(registry.owning(token.token())).isNull();
    assertThat(registry.all()).isEmpty();
  }

  @Test
  void whatCannotBeDoneChangesNothing() {
    addShop();
    FreshToken second = FreshToken.random();

    assertThatExceptionOfType(RegistryException.class)
        .isThrownBy(() -> registry.add(SHOP, List.of(), List.of(second.token()), null, "-"))
        .matches(e -> e.reason() == Reason.TAKEN);
    assertThatExceptionOfType(RegistryException.class)
        .isThrownBy(() -> registry.rotate("blog", second.token(), Duration.ZERO, "-"))
        .matches(e -> e.reason() == Reason.UNKNOWN);

    assertThat(
            database.rows("select action || ' ' || source_id || ' ' || origin from source_change"))
        .containsExactly("added shop 127.0.0.1");
  }

  @Test
  void whenATokenWasLastShownIsKeptForAll() {
    addShop();
    Registry other = registry(KEY);
    other.look();
    clock.forward(Duration.ofSeconds(20));
    Instant shown = clock.instant();
    assertThat(other.owning(token.token())).isNotNull();

    other.look();

    Registry third = registry(KEY);
    third.look();
    assertThat(third.registered().getFirst().tokens().getFirst().lastSeen()).isEqualTo(shown);
  }

  @Test
  void whileTheDatabaseIsAwayItGoesOnFromMemory() {
    addShop();
    Engines.killPostgres();
    away = true;

    assertThat(registry.look()).isFalse();

    assertThat(registry.state()).isEqualTo(RegistryState.FROM_MEMORY);
    assertThat(registry.trouble()).startsWith("the database: ");
    assertThat(registry.owning(token.token())).isEqualTo(SHOP);
    assertThatExceptionOfType(RegistryException.class)
        .isThrownBy(() -> registry.remove("shop", "-"))
        .matches(e -> e.reason() == Reason.AWAY);

    Engines.restartPostgres();
    away = false;
    registry.look();
    assertThat(registry.state()).isEqualTo(RegistryState.IN_FORCE);
  }
}
