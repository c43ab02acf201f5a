package io.stormdrain.notifier.storm;

import io.stormdrain.notifier.store.Members.Begun;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether the same trouble begins in many apps at once. Pure. */
final class Gust {

  private Gust() {}

  /**
   * Those of these that lie with others in one window {@code (t - within, t]} of more apps than are
   * told one by one; an app counts once, however many incidents it has.
   *
   * @param begun incidents of one class, the first first
   * @param apps that are told one by one
   */
  static Set<Begun> in(List<Begun> begun, Duration within, int apps) {
    Set<Begun> gust = new LinkedHashSet<>();
    Map<String, Integer> window = new HashMap<>();
    int first = 0;
    int unseen = 0;
    for (int last = 0; last < begun.size(); last++) {
      window.merge(begun.get(last).source(), 1, Integer::sum);
      Instant start = begun.get(last).at().minus(within);
      for (; !begun.get(first).at().isAfter(start); first++) {
        window.computeIfPresent(
            begun.get(first).source(), (source, count) -> count == 1 ? null : count - 1);
      }
      if (window.size() > apps) {
        gust.addAll(begun.subList(Math.max(first, unseen), last + 1));
        unseen = last + 1;
      }
    }
    return gust;
  }
}
