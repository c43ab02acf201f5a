package io.stormdrain.notifier.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.stormdrain.notifier.signal.Signal;
import io.stormdrain.notifier.signal.Vitals;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Starts of processes, each with what it took. */
final class BootsTest {

  private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

  private Story story = Story.BLANK;

  @Test
  void aStartIsReportedFromItsFirstLineToTheFirstAnswer() {
    says(0, "process.restarting", Map.of());
    says(2, "process.starting", Map.of());
    for (int i = 0; i < 29; i++) {
      says(3 + i, "dependency.missing", Map.of());
      says(3 + i, "dependency.installing", Map.of("package", "module" + i));
      says(3 + i, "dependency.installing", Map.of("packages", "module" + i + "-1.0"));
    }
    says(40, "dependency.satisfied", Map.of());
    says(41, "port.bound", Map.of());
    says(44, "process.up", Map.of());
    answered(20);
    answered(50);
    answered(60);

    assertThat(story.boots().starts())
        .containsExactly(
            new Boot(
                "web.1", START, 29, 29, Boot.Dependencies.SATISFIED, at(41), at(44), at(60), null));
  }

  @Test
  void eachStartHasItsOwnReport() {
    says(0, "process.starting", Map.of());
    says(5, "process.exited", Map.of("status", 1L));
    says(20, "process.starting", Map.of());
    says(25, "process.up", Map.of());

    assertThat(story.boots().starts()).extracting(Boot::at).containsExactly(at(0), at(20));
    assertThat(story.boots().starts()).extracting(Boot::endedAt).containsExactly(at(5), null);
  }

  @Test
  void aCheckThatIsGivenUpIsNotSatisfied() {
    says(0, "process.starting", Map.of());
    says(1, "dependency.missing", Map.of());
    says(2, "dependency.abandoned", Map.of());
    assertThat(story.boots().starts().getLast().dependencies())
        .isEqualTo(Boot.Dependencies.ABANDONED);
  }

  @Test
  void onlyTheLastStartsAreKept() {
    for (int i = 0; i < 100; i++) {
      says(i * 10, "process.starting", Map.of());
      says(i * 10 + 5, "process.exited", Map.of("status", 1L));
    }
    assertThat(story.boots().starts()).hasSize(20);
    assertThat(story.boots().starts().getLast().at()).isEqualTo(at(990));
  }

  private void says(int second, String type, Map<String, Object> captures) {
    story =
        story
            .next(
                new Signal(
                    "0/" + second + "/test",
                    type,
                    "shop",
                    "shop",
                    "heroku",
                    null,
                    "web.1",
                    null,
                    at(second),
                    null,
                    captures,
                    List.of(),
                    null))
            .story();
  }

  /** Ten seconds in which a request was answered. */
  private void answered(int second) {
    story =
        story
            .next(
                new Vitals(
                    "shop",
                    "shop",
                    "heroku",
                    null,
                    at(second),
                    at(second + 10),
                    5,
                    Map.of("2xx", 3L),
                    List.of(),
                    Map.of(),
                    Map.of(),
                    0))
            .story();
  }

  private static Instant at(int second) {
    return START.plusSeconds(second);
  }
}
