package io.stormdrain.notifier.routing;

import io.stormdrain.notifier.route.Appointment;
import io.stormdrain.notifier.route.Restraint;
import io.stormdrain.notifier.route.Route;
import io.stormdrain.notifier.route.Routing;
import io.stormdrain.notifier.route.Storm;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The routing file as it is written. */
record RoutingFile(
    @Nullable ZoneId timezone,
    @Nullable Map<String, List<String>> teams,
    @Nullable List<ReceiverFile> receivers,
    @Nullable Map<String, RestraintFile.Hours> schedules,
    @Nullable List<RestraintFile.Calm> quiet,
    @Nullable List<RestraintFile.Inhibit> inhibit,
    RestraintFile.@Nullable Gust storm,
    @Nullable DigestFile digest,
    @Nullable RouteFile route) {

  /** Receivers that it makes itself. */
  List<ReceiverFile> own() {
    return Objects.requireNonNullElse(receivers, List.of());
  }

  /** All names of receivers in its routes. */
  Stream<Word> named() {
    return Stream.concat(
        route == null ? Stream.empty() : route.named(),
        digest == null ? Stream.empty() : digest.named());
  }

  Map<String, RestraintFile.Hours> hours() {
    return Objects.requireNonNullElse(schedules, Map.of());
  }

  List<RestraintFile.Calm> calms() {
    return Objects.requireNonNullElse(quiet, List.of());
  }

  /**
   * The routes.
   *
   * @param usual what the root does not say
   */
  Routing routing(Route usual) {
    return new Routing(
        route == null ? usual : route.under(usual),
        Objects.requireNonNullElse(teams, Map.of()),
        restraint());
  }

  /**
   * When digests are told.
   *
   * @param usual where it says nothing of them
   */
  Appointment digests(Appointment usual) {
    return digest == null
        ? usual
        : digest.appointment(Objects.requireNonNullElse(timezone, ZoneOffset.UTC));
  }

  private Restraint restraint() {
    ZoneId zone = Objects.requireNonNullElse(timezone, ZoneOffset.UTC);
    return new Restraint(
        calms().stream()
            .map(calm ->
                calm.quiet(Objects.requireNonNull(hours().get(calm.named())).schedule(zone)))
            .toList(),
        Objects.requireNonNullElse(inhibit, List.<RestraintFile.Inhibit>of()).stream()
            .map(RestraintFile.Inhibit::inhibition)
            .toList(),
        storm == null ? Storm.USUAL : storm.storm());
  }
}
