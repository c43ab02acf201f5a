package io.stormdrain.notifier.routing;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.stormdrain.notifier.route.Attribute;
import io.stormdrain.notifier.route.Matchers;
import io.stormdrain.notifier.route.Route;
import io.stormdrain.notifier.route.Timing;
import io.stormdrain.notifier.route.Urging;
import io.stormdrain.notifier.threshold.Severity;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A route as the routing file writes it; what it does not say is as with the one above it. */
record RouteFile(
    @Nullable Matchers match,
    @Nullable List<Word> receivers,
    @Nullable Severity minSeverity,
    @Nullable Duration groupWait,
    @Nullable Duration updateInterval,
    @Nullable List<Attribute> groupBy,
    UrgingFile.@Nullable Again repeat,
    @Nullable List<UrgingFile.Further> escalate,
    @JsonProperty("continue") boolean goesOn,
    @Nullable List<RouteFile> routes) {

  RouteFile {
    if (minSeverity == Severity.INFO) {
      throw new IllegalArgumentException("info is for the record and never told; low is the least");
    }
  }

  Route under(Route above) {
    Route self =
        new Route(
            Objects.requireNonNullElse(match, Matchers.ANY),
            receivers == null ? above.receivers() : receivers.stream().map(Word::text).toList(),
            Objects.requireNonNullElse(minSeverity, above.minimum()),
            timing(above.timing()),
            urging(above.urging()),
            goesOn,
            List.of());
    return new Route(
        self.matchers(),
        self.receivers(),
        self.minimum(),
        self.timing(),
        self.urging(),
        self.goesOn(),
        below().stream().map(node -> node.under(self)).toList());
  }

  /** All names of receivers in it and below it. */
  Stream<Word> named() {
    return Stream.of(
            receivers == null ? Stream.<Word>empty() : receivers.stream(),
            steps().stream().flatMap(step -> step.named().stream()),
            below().stream().flatMap(RouteFile::named))
        .flatMap(names -> names);
  }

  private Timing timing(Timing above) {
    return new Timing(
        Objects.requireNonNullElse(groupWait, above.groupWait()),
        Objects.requireNonNullElse(updateInterval, above.updateInterval()),
        Objects.requireNonNullElse(groupBy, above.groupBy()));
  }

  private Urging urging(Urging above) {
    return new Urging(
        repeat == null ? above.repeat() : repeat.repeat(),
        escalate == null
            ? above.escalations()
            : steps().stream().map(UrgingFile.Further::escalation).toList());
  }

  private List<UrgingFile.Further> steps() {
    return Objects.requireNonNullElse(escalate, List.of());
  }

  private List<RouteFile> below() {
    return Objects.requireNonNullElse(routes, List.of());
  }
}
