package io.stormdrain.notifier.store;

import io.stormdrain.notifier.incident.Finding;
import io.stormdrain.notifier.incident.Incident;
import io.stormdrain.notifier.process.Story;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Case files as they were stored last, so that those of apps that go on talking are not read again
 * and again. What is remembered is true only while PostgreSQL says that the app's row is still the
 * one that was written then: every change of it, by whomever, gives the row another edition, and
 * one that was rolled back gives none.
 */
@Singleton
final class CaseMemory {

  /** Beside its log lines, what a finding or an incident takes; in characters, roughly. */
  private static final int EACH = 1_000;

  private static final int SHARE_OF_THE_HEAP = 10;

  /**
   * What was stored.
   *
   * @param edition of the app's row, as PostgreSQL numbers transactions
   */
  record Known(String edition, Story story, List<Finding> findings, List<Incident> incidents) {
    Known {
      findings = List.copyOf(findings);
      incidents = List.copyOf(incidents);
    }

    private long weight() {
      return EACH * (1L + findings.size() + incidents.size())
          + findings.stream().mapToLong(Known::lines).sum();
    }

    private static long lines(Finding finding) {
      return finding.firstEvidence().stream().mapToLong(e -> e.line().length()).sum()
          + finding.lastEvidence().stream().mapToLong(e -> e.line().length()).sum();
    }
  }

  private final long most;
  private final Map<String, Known> bySource = new LinkedHashMap<>(16, 0.75f, true);
  private long weight;

  CaseMemory() {
    this(Runtime.getRuntime().maxMemory() / SHARE_OF_THE_HEAP);
  }

  /**
   * For tests.
   *
   * @param most weight of all together; beyond it those that were silent for longest go
   */
  CaseMemory(long most) {
    this.most = most;
  }

  /** What is known of an app, if its row still has the edition that it was written with. */
  synchronized @Nullable Known find(String source, @Nullable String edition) {
    Known known = bySource.get(source);
    return known != null && known.edition().equals(edition) ? known : null;
  }

  synchronized void put(String source, Known known) {
    forget(source);
    bySource.put(source, known);
    weight += known.weight();
    while (weight > most) {
      forget(bySource.keySet().iterator().next());
    }
  }

  synchronized void forget(String source) {
    Known known = bySource.remove(source);
    if (known != null) {
      weight -= known.weight();
    }
  }
}
