package io.stormdrain.notifier.message;

import io.stormdrain.notifier.incident.Finding;
import io.stormdrain.notifier.signal.Evidence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The log lines that show best what happened: the first ones, the latest, and one of each effect.
 */
final class Proof {

  private static final int MOST = 6;
  private static final int LATEST = 2;
  private static final int LONGEST = 300;

  private Proof() {}

  static List<String> lines(Finding lead, List<Finding> others) {
    List<Evidence> candidates = new ArrayList<>(lead.firstEvidence());
    List<Evidence> latest = lead.lastEvidence();
    candidates.addAll(latest.subList(Math.max(0, latest.size() - LATEST), latest.size()));
    for (Finding other : others) {
      other.firstEvidence().stream().limit(1).forEach(candidates::add);
    }
    return candidates.stream()
        .distinct()
        .limit(MOST)
        .sorted(Comparator.comparingInt(Evidence::partition).thenComparingLong(Evidence::offset))
        .map(evidence -> LogText.line(evidence.line(), LONGEST))
        .filter(line -> !line.isEmpty())
        .toList();
  }
}
