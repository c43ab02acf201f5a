package io.stormdrain.notifier.storm;

import io.stormdrain.notifier.incident.Incident;
import io.stormdrain.notifier.route.Storm;
import io.stormdrain.notifier.store.Members;
import io.stormdrain.notifier.store.Members.Begun;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Incidents of one class that belong to a storm from now on.
 *
 * @param begun the worst first, so that it opens as bad as it is
 * @param appsBefore identities of the apps that were in it before
 */
record Front(List<Begun> begun, Set<String> appsBefore) {

  /** What begins so long after the last one has to do with a storm no more. */
  private static final Duration GOES_ON = Duration.ofMinutes(10);

  Front {
    begun = List.copyOf(begun);
    appsBefore = Set.copyOf(appsBefore);
  }

  /**
   * Which incidents belong to a storm, now that some have begun.
   *
   * @param its those that have begun, of one class
   * @param storm of that class that is not over
   */
  static Front of(
      String type, Collection<Incident> its, Optional<UUID> storm, Storm limits, Members members) {
    List<Begun> fresh = its.stream().map(Front::begun).toList();
    Set<Begun> joins = new HashSet<>();
    storm.map(members::extent).ifPresent(extent -> joins.addAll(soonAfter(fresh, extent)));
    if (joins.size() < fresh.size()) {
      joins.addAll(backTogether(fresh, limits, members));
      joins.addAll(around(type, fresh, limits, members));
    }
    Set<UUID> known = storm.map(id -> known(joins, id, members)).orElse(Set.of());
    return new Front(
        joins.stream()
            .filter(begun -> !known.contains(begun.incident()))
            .sorted(
                Comparator.comparing(Begun::severity)
                    .reversed()
                    .thenComparing(Begun::at)
                    .thenComparing(Begun::incident))
            .toList(),
        storm.map(members::sources).orElse(Set.of()));
  }

  /** Apps that are in it now. */
  Set<String> apps() {
    return Stream.concat(appsBefore.stream(), begun.stream().map(Begun::source))
        .collect(Collectors.toSet());
  }

  List<UUID> incidents() {
    return begun.stream().map(Begun::incident).toList();
  }

  private static Set<Begun> around(String type, List<Begun> fresh, Storm limits, Members members) {
    Instant first = fresh.stream().map(Begun::at).min(Comparator.naturalOrder()).orElseThrow();
    Instant last = fresh.stream().map(Begun::at).max(Comparator.naturalOrder()).orElseThrow();
    List<Begun> all = members.begun(type, first.minus(limits.within()), last.plus(limits.within()));
    return Gust.in(all, limits.within(), limits.apps());
  }

  private static List<Begun> soonAfter(List<Begun> fresh, Members.Extent extent) {
    Instant latest = extent.latest();
    return latest == null
        ? List.of()
        : fresh.stream().filter(begun -> !begun.at().isAfter(latest.plus(GOES_ON))).toList();
  }

  /** Those that were in a storm that is over, when it is back. */
  private static List<Begun> backTogether(List<Begun> fresh, Storm limits, Members members) {
    Map<UUID, UUID> former = members.storms(fresh.stream().map(Begun::incident).toList());
    Set<UUID> back =
        former.values().stream()
            .distinct()
            .filter(storm -> members.extent(storm).live() > limits.apps())
            .collect(Collectors.toSet());
    return fresh.stream()
        .filter(begun -> {
          UUID storm = former.get(begun.incident());
          return storm != null && back.contains(storm);
        })
        .toList();
  }

  private static Set<UUID> known(Set<Begun> joins, UUID storm, Members members) {
    return members.storms(joins.stream().map(Begun::incident).toList()).entrySet().stream()
        .filter(entry -> entry.getValue().equals(storm))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private static Begun begun(Incident incident) {
    return new Begun(
        incident.id(), incident.source(), incident.app(), incident.severity(), incident.beganAt());
  }
}
