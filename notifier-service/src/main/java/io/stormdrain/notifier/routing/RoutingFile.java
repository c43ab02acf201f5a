package io.stormdrain.notifier.routing;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.stormdrain.notifier.route.Matchers;
import io.stormdrain.notifier.route.Route;
import io.stormdrain.notifier.route.Routing;
import io.stormdrain.notifier.route.Timing;
import io.stormdrain.notifier.threshold.Severity;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The routing file as it is written. */
record RoutingFile(
    @Nullable Map<String, List<String>> teams,
    @Nullable List<ReceiverFile> receivers,
    @Nullable Node route) {

  /** A route; what it does not say is as with the one above it. */
  record Node(
      @Nullable Matchers match,
      @Nullable List<Word> receivers,
      @Nullable Severity minSeverity,
      @Nullable Duration groupWait,
      @Nullable Duration updateInterval,
      @JsonProperty("continue") boolean goesOn,
      @Nullable List<Node> routes) {

    Node {
      if (minSeverity == Severity.INFO) {
        throw new IllegalArgumentException(
            "info is for the record and never told; low is the least");
      }
    }

    Route under(Route above) {
      List<String> names =
          receivers == null ? above.receivers() : receivers.stream().map(Word::text).toList();
      Timing timing =
          new Timing(
              Objects.requireNonNullElse(groupWait, above.timing().groupWait()),
              Objects.requireNonNullElse(updateInterval, above.timing().updateInterval()));
      Route self =
          new Route(
              Objects.requireNonNullElse(match, Matchers.ANY),
              names,
              Objects.requireNonNullElse(minSeverity, above.minimum()),
              timing,
              goesOn,
              List.of());
      return new Route(
          self.matchers(),
          self.receivers(),
          self.minimum(),
          self.timing(),
          self.goesOn(),
          below().stream().map(node -> node.under(self)).toList());
    }

    /** All names of receivers in it and below it. */
    Stream<Word> named() {
      return Stream.concat(
          receivers == null ? Stream.empty() : receivers.stream(),
          below().stream().flatMap(Node::named));
    }

    private List<Node> below() {
      return Objects.requireNonNullElse(routes, List.of());
    }
  }

  /** Receivers that it makes itself. */
  List<ReceiverFile> own() {
    return Objects.requireNonNullElse(receivers, List.of());
  }

  /** All names of receivers in its routes. */
  Stream<Word> named() {
    return route == null ? Stream.empty() : route.named();
  }

  /**
   * The routes.
   *
   * @param usual what the root does not say
   */
  Routing routing(Route usual) {
    return new Routing(
        route == null ? usual : route.under(usual), Objects.requireNonNullElse(teams, Map.of()));
  }
}
