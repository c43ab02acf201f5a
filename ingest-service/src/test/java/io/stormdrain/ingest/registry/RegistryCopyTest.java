package io.stormdrain.ingest.registry;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.stormdrain.engines.Engines;
import io.stormdrain.ingest.source.FreshToken;
import io.stormdrain.ingest.source.Platform;
import io.stormdrain.ingest.source.SigningSecret;
import io.stormdrain.ingest.source.Source;
import io.stormdrain.ingest.source.SourceToken;
import io.stormdrain.ingest.source.TokenKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left of the registry on this machine when its database is away. */
class RegistryCopyTest {
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

  private final FreshToken token = FreshToken.random();
  private final Database database = Database.fresh();
  private boolean away;

  @TempDir private Path folder;

  @BeforeEach
  void addShop() {
    Registry registry = registry(KEY);
    registry.look();
    registry.add(SHOP, List.of(SECRET), List.of(token.token()), null, "127.0.0.1");
  }

  @AfterEach
  void bringPostgresBack() {
    if (away) {
      Engines.restartPostgres();
    }
  }

  private Registry registry(String key) {
    return Registry.of(
        database.source(), TokenKey.of(key), database::migrate, copy(), InstantSource.system());
  }

  private Path copy() {
    return folder.resolve("registry");
  }

  private void goAway() {
    Engines.killPostgres();
    away = true;
  }

  @Test
  void whoStartsWhileTheDatabaseIsAwayGoesOnFromTheCopy() throws Exception {
    goAway();
    Registry restarted = registry(KEY);

    assertThat(restarted.look()).isTrue();

    assertThat(restarted.state()).isEqualTo(RegistryState.FROM_COPY);
    assertThat(restarted.isWhole()).isTrue();
    assertThat(restarted.owning(token.token())).isEqualTo(SHOP);
    assertThat(restarted.owning(SourceToken.shown("another"))).isNull();
    assertThat(restarted.look()).isFalse();
    assertThat(restarted.state()).isEqualTo(RegistryState.FROM_COPY);

    Engines.restartPostgres();
    away = false;
    restarted.look();
    assertThat(restarted.state()).isEqualTo(RegistryState.IN_FORCE);
  }

  @Test
  void theCopyIsForItsOwnerAloneAndTellsNothing() throws Exception {

    byte[] bytes = Files.readAllBytes(copy());
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(copy())))
        .isEqualTo("rw-------");
    assertThat(new String(bytes, ISO_8859_1)).doesNotContain("shop", SECRET, token.reveal());
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(copy());
    }
  }

  @Test
  void aCopyThatWasTornOrChangedOrIsOfAnotherKeyIsNone() throws Exception {
    byte[] whole = Files.readAllBytes(copy());
    byte[] changed = whole.clone();
    changed[changed.length / 2] ^= 1;
    goAway();

    for (byte[] bad : List.of(new byte[0], Arrays.copyOf(whole, 40), changed)) {
      Files.write(copy(), bad);
      assertThat(registry(KEY).look()).isFalse();
    }
    Files.write(copy(), whole);
    Registry thief = registry("another key of thirty-two letters");
    thief.look();
    assertThat(thief.state()).isEqualTo(RegistryState.UNREAD);
    assertThat(registry(KEY).look()).isTrue();
  }
}
