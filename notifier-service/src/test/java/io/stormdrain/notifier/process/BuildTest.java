package io.stormdrain.notifier.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.stormdrain.notifier.signal.Signal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class BuildTest {

  private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

  private Build build = Build.NONE;
  private final List<String> derived = new ArrayList<>();

  @Test
  void anotherBuilderIsAChangeAndTheFirstIsNone() {
    says(0, "builder.used", "a Dockerfile", Map.of());
    says(60, "builder.used", "a Dockerfile", Map.of());
    assertThat(derived).isEmpty();
    says(120, "builder.used", "Railpack", Map.of());
    assertThat(derived).containsExactly("builder.changed Railpack");
  }

  @Test
  void aBuildThatGoesThroughInSpiteOfAFailedInstallHasAGapUntilALaterOneHasNone() {
    says(0, "dependency.failed", "torch", Map.of("during", "build"));
    says(30, "build.succeeded", null, Map.of());
    assertThat(derived).containsExactly("install.gap torch");
    says(31, "build.succeeded", null, Map.of());
    assertThat(derived).as("the same build told twice").hasSize(1);
    says(3600, "build.succeeded", null, Map.of());
    assertThat(derived).containsExactly("install.gap torch", "build.complete null");
  }

  @Test
  void aBuildThatFailsHasNoGap() {
    says(0, "dependency.failed", "torch", Map.of("during", "build"));
    says(10, "build.failed", null, Map.of());
    says(300, "build.succeeded", null, Map.of());
    assertThat(derived).isEmpty();
  }

  @Test
  void whatIsMissingAtRunTimeIsNoGapOfABuild() {
    says(0, "dependency.failed", "torch", Map.of());
    says(30, "build.succeeded", null, Map.of());
    assertThat(derived).isEmpty();
  }

  private void says(
      long second, String type, @Nullable String subject, Map<String, Object> captures) {
    Build.Step step =
        build.next(
            new Signal(
                second + "/test",
                type,
                "shop",
                "shop",
                "railway",
                null,
                null,
                null,
                START.plusSeconds(second),
                subject,
                captures,
                List.of(),
                null));
    build = step.build();
    step.derived().forEach(signal -> derived.add(signal.type() + " " + signal.subject()));
  }
}
