package io.stormdrain.local.backtest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.stormdrain.notifier.backtest.Backtest;
import io.stormdrain.notifier.backtest.Comparison;
import io.stormdrain.notifier.backtest.Difference;
import io.stormdrain.notifier.backtest.Telling;
import io.stormdrain.notifier.incident.Incident;
import io.stormdrain.notifier.incident.ResolveCause;
import io.stormdrain.notifier.message.InWords;
import io.stormdrain.notifier.message.LogText;
import io.stormdrain.notifier.store.IncidentView;
import io.stormdrain.notifier.threshold.AlertRules;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a back-test has shown, for people and for programs. */
public final class BacktestReport {

  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private final PrintWriter out;
  private final boolean messages;

  /**
   * @param messages whether to write each incident's message too
   */
  public BacktestReport(PrintWriter out, boolean messages) {
    this.out = out;
    this.messages = messages;
  }

  /**
   * For people.
   *
   * @param rules those that were tried, and perhaps others to hold against them
   */
  public void write(List<Backtest> rules, Retelling.Sight sight, long lines) {
    List<IncidentView> first = rules.getFirst().incidents();
    first.forEach(view -> write(" ", view, rules.getFirst().rules()));
    out.printf(
        Locale.ROOT,
        "%,d lines from %s to %s, %d rules: %s, %s%n",
        lines,
        InWords.time(sight.from()),
        InWords.time(sight.until()),
        rules.getFirst().rules().all().size(),
        counted(first.size(), "incident"),
        counted(first.stream().mapToLong(Comparison::messages).sum(), "message"));
    if (rules.size() > 1) {
      writeDifferences(rules, first);
    }
  }

  private void writeDifferences(List<Backtest> rules, List<IncidentView> first) {
    AlertRules others = rules.getLast().rules();
    List<Difference> differences = Comparison.between(first, rules.getLast().incidents());
    out.println();
    out.println(
        differences.isEmpty() ? "The other rules make the same of it." : "With the other rules:");
    for (Difference difference : differences) {
      switch (difference) {
        case Difference.Gone gone -> write("-", gone.was(), rules.getFirst().rules());
        case Difference.Added added -> write("+", added.is(), others);
        case Difference.Changed changed -> {
          write("~", changed.is(), others);
          changed.how().forEach(how -> out.println("    " + how));
        }
      }
    }
  }

  private void write(String mark, IncidentView view, AlertRules rules) {
    Incident incident = view.incident();
    out.printf(
        "%s %s  %-8s  %s  %s%n",
        mark,
        InWords.time(incident.openedAt()),
        incident.severity().word(),
        LogText.line(incident.app()),
        LogText.line(incident.title()));
    out.printf(
        "    %s: %s, %s%n",
        incident.type(), Telling.end(incident), counted(Comparison.messages(view), "message"));
    if (messages) {
      Telling.message(view, rules).lines().forEach(line -> out.println("    | " + line));
    }
  }

  /** One object per line: the incidents of the first rules, and how the others differ. */
  public void writeJson(List<Backtest> rules) {
    List<IncidentView> first = rules.getFirst().incidents();
    first.forEach(view -> writeJson(entry(view)));
    if (rules.size() > 1) {
      for (Difference difference : Comparison.between(first, rules.getLast().incidents())) {
        switch (difference) {
          case Difference.Gone gone -> writeJson(with(entry(gone.was()), "gone", List.of()));
          case Difference.Added added -> writeJson(with(entry(added.is()), "added", List.of()));
          case Difference.Changed changed ->
              writeJson(with(entry(changed.is()), "changed", changed.how()));
        }
      }
    }
  }

  private static Map<String, Object> with(
      Map<String, Object> entry, String difference, List<String> how) {
    entry.put("difference", difference);
    entry.put("how", how);
    return entry;
  }

  private static Map<String, Object> entry(IncidentView view) {
    Incident incident = view.incident();
    ResolveCause cause = incident.cause();
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("app", incident.app());
    entry.put("type", incident.type());
    entry.put("key", incident.key());
    entry.put("severity", incident.severity().word());
    entry.put("title", incident.title());
    entry.put("openedAt", incident.openedAt().toString());
    entry.put("resolvedAt", incident.resolvedAt() == null ? null : "" + incident.resolvedAt());
    entry.put("cause", cause == null ? null : cause.name().toLowerCase(Locale.ROOT));
    entry.put("messages", Comparison.messages(view));
    return entry;
  }

  private void writeJson(Map<String, Object> entry) {
    try {
      out.println(JSON.writeValueAsString(entry));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String counted(long count, String what) {
    return String.format(Locale.ROOT, "%,d %s%s", count, what, count == 1 ? "" : "s");
  }
}
