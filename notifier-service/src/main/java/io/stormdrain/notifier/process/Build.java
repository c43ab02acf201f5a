package io.stormdrain.notifier.process;

import io.stormdrain.notifier.signal.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an app's builds.
 *
 * @param builder what the last one was built with; null when nobody said so
 * @param failed what could not be installed in the build that goes on; null when all could
 * @param failedAt when that was
 * @param gapAt when the last build went through although something could not be installed; null
 *     when it had no such gap
 */
public record Build(
    @Nullable String builder,
    @Nullable String failed,
    @Nullable Instant failedAt,
    @Nullable Instant gapAt) {

  /** Nothing is known. */
  static final Build NONE = new Build(null, null, null, null);

  /** A build that takes longer has ended without a word. */
  private static final Duration LONGEST = Duration.ofHours(1);

  /** The success of one build may be told by its log and by its platform. */
  private static final Duration SAME_BUILD = Duration.ofMinutes(10);

  /** What is known after a signal, and what follows from it. */
  record Step(Build build, List<Signal> derived) {}

  Step next(Signal signal) {
    return switch (signal.type()) {
      case "builder.used" -> builtWith(signal);
      case "dependency.failed" ->
          quiet(
              "build".equals(signal.capture("during")) && signal.subject() != null
                  ? new Build(builder, signal.subject(), signal.time(), gapAt)
                  : this);
      case "build.started", "build.failed" -> quiet(clean());
      case "build.succeeded" -> succeeded(signal);
      default -> quiet(this);
    };
  }

  /** Another builder makes another image of the same code. */
  private Step builtWith(Signal signal) {
    String now = signal.subject();
    if (now == null || now.equals(builder)) {
      return quiet(this);
    }
    return new Step(
        new Build(now, failed, failedAt, gapAt),
        builder == null
            ? List.of()
            : List.of(signal.as("builder.changed", Map.of("before", builder))));
  }

  /** A build that goes through although something could not be installed has a gap. */
  private Step succeeded(Signal signal) {
    Instant at = signal.time();
    if (failed != null && failedAt != null && at.isBefore(failedAt.plus(LONGEST))) {
      return new Step(
          new Build(builder, null, null, at), List.of(signal.as("install.gap", failed, Map.of())));
    }
    return gapAt == null || at.isBefore(gapAt.plus(SAME_BUILD))
        ? quiet(clean())
        : new Step(
            new Build(builder, null, null, null), List.of(signal.as("build.complete", Map.of())));
  }

  private Build clean() {
    return new Build(builder, null, null, gapAt);
  }

  private static Step quiet(Build build) {
    return new Step(build, List.of());
  }
}
