package io.stormdrain.notifier.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.stormdrain.notifier.Settings;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SessionsTest {

  private static final Instant NOW = Instant.parse("2026-02-10T03:00:00Z");

  private final Sessions sessions = of("t0ken");

  @Test
  void aPassLastsForAWeek() {
    String pass = sessions.open("t0ken", NOW);

    assertThat(sessions.admits(pass, NOW)).isTrue();
    assertThat(sessions.admits(pass, NOW.plus(Sessions.LIFE).minusSeconds(1))).isTrue();
    assertThat(sessions.admits(pass, NOW.plus(Sessions.LIFE))).isFalse();
  }

  @Test
  void everyLetterOfAPassCounts() {
    String pass = sessions.open("t0ken", NOW);
    assertThat(pass).isNotNull();
    for (int at = 0; at < pass.length(); at++) {
      char other = pass.charAt(at) == '1' ? '2' : '1';
      assertThat(sessions.admits(pass.substring(0, at) + other + pass.substring(at + 1), NOW))
          .as("letter " + at)
          .isFalse();
    }
    assertThat(sessions.admits(null, NOW)).isFalse();
  }

  @Test
  void aNewTokenEndsAllPasses() {
    String pass = sessions.open("t0ken", NOW);

    assertThat(of("t0ken").admits(pass, NOW)).as("another instance").isTrue();
    assertThat(of("other").admits(pass, NOW)).isFalse();
  }

  @Test
  void withoutATokenPagesAreOpenAsTheApiIs() {
    Sessions open = new Sessions(Settings.of(Map.of()));

    assertThat(open.areNeeded()).isFalse();
    assertThat(open.admits(null, NOW)).isTrue();
    assertThat(open.open("", NOW)).isNull();
  }

  private static Sessions of(String token) {
    return new Sessions(Settings.of(Map.of("stormdrain.notifier.api-token", token)));
  }
}
