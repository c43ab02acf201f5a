package io.stormdrain.notifier.delivery;

import io.stormdrain.notifier.store.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Those behind a receiver who do not have what others have.
 *
 * @param all by what the receiver calls them; never empty
 */
public record Missing(List<One> all) {

  private static final int LONGEST_DETAIL = 200;

  /**
   * One of them.
   *
   * @param fault why
   * @param detail the same in the receiver's words
   */
  public record One(String who, Fault fault, String detail) {

    /** Whether this one is still to be told. */
    boolean isStillTold() {
      return switch (fault.kind()) {
        case PASSING, LATER, OPEN -> true;
        case CONFIGURATION, FORM, FINAL -> false;
      };
    }
  }

  public Missing {
    all = List.copyOf(all);
    if (all.isEmpty()) {
      throw new IllegalArgumentException("nobody misses it");
    }
  }

  static Missing of(Map<String, Outcome.Missed> missed) {
    return new Missing(
        new TreeMap<>(missed)
            .entrySet().stream()
                .map(one ->
                    new One(one.getKey(), one.getValue().fault(), cut(one.getValue().detail())))
                .toList());
  }

  /** The same for all of these. */
  static Missing all(Set<String> who, Outcome.Missed how) {
    return of(who.stream().collect(Collectors.toMap(one -> one, one -> how)));
  }

  /**
   * Who misses it after an attempt; null when nobody does.
   *
   * @param before who missed it before
   * @param only whom the attempt was for; empty when it was for all
   * @param now who of them still misses it
   */
  static @Nullable Missing after(
      @Nullable Missing before, Set<String> only, @Nullable Missing now) {
    List<One> together = new ArrayList<>(now == null ? List.of() : now.all);
    if (before != null && !only.isEmpty()) {
      before.all.stream().filter(one -> !one.isStillTold()).forEach(together::add);
    }
    return together.isEmpty() ? null : new Missing(together);
  }

  /** Who is still to be told. */
  Set<String> stillTold() {
    return all.stream().filter(One::isStillTold).map(One::who).collect(Collectors.toSet());
  }

  /** In words. */
  String text() {
    return all.stream()
        .map(one -> one.who() + ": " + one.detail())
        .collect(Collectors.joining("; "));
  }

  String stored() {
    return Json.write(this);
  }

  static Missing read(String stored) {
    return Json.read(stored, Missing.class);
  }

  private static String cut(String detail) {
    return detail.substring(0, Math.min(detail.length(), LONGEST_DETAIL));
  }
}
