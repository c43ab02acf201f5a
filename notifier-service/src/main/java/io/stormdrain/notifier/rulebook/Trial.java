package io.stormdrain.notifier.rulebook;

import io.stormdrain.notifier.incident.App;
import io.stormdrain.notifier.incident.CaseFile;
import io.stormdrain.notifier.incident.Docket;
import io.stormdrain.notifier.incident.Finding;
import io.stormdrain.notifier.process.Story;
import io.stormdrain.notifier.signal.Signal;
import io.stormdrain.notifier.threshold.AlertRules;
import io.stormdrain.notifier.threshold.RulePack;
import io.stormdrain.notifier.threshold.RuleTest;
import io.stormdrain.notifier.threshold.RuleTest.Given;
import io.stormdrain.notifier.threshold.RuleTest.Outlook;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Holds alert rules to the tests that are written beside them. Pure. */
public final class Trial {

  private static final Instant START = Instant.parse("2026-01-05T12:00:00Z");
  private static final App APP = new App("shop", "shop", "heroku", "production");

  private Trial() {}

  /** What is not as a test says, each in one line with its place; empty when all is well. */
  public static List<String> failures(RulePack pack) {
    List<String> failures = new ArrayList<>();
    for (RuleTest test : pack.tests()) {
      failure(pack.rules(), test).ifPresent(failures::add);
    }
    return failures;
  }

  private static Optional<String> failure(AlertRules rules, RuleTest test) {
    Optional<Finding> found = found(rules, test);
    Outlook is = found.map(Trial::outlook).orElse(Outlook.NOTHING);
    if (is != test.is()) {
      return Optional.of(words(test, test.is().name(), is.name()));
    }
    if (test.severity() != null && found.filter(f -> f.severity() == test.severity()).isEmpty()) {
      String severity = found.map(finding -> finding.severity().word()).orElse("none");
      return Optional.of(words(test, test.severity().word(), severity));
    }
    return Optional.empty();
  }

  private static Optional<Finding> found(AlertRules rules, RuleTest test) {
    CaseFile file = new CaseFile(rules, Story.BLANK, new Docket(APP, List.of(), List.of()), 1);
    List<Given> signals = test.after();
    for (int i = 0; i < signals.size(); i++) {
      Signal signal = signal(i, signals.get(i));
      file.accept(signal, signal.time());
    }
    file.advance(START.plus(test.at()));
    return file.docket().findings().stream()
        .filter(finding -> finding.rule().equals(test.rule()))
        .max(Comparator.comparing(Finding::lastSeen));
  }

  private static Signal signal(int number, Given given) {
    return new Signal(
        number + "/test/" + given.type(),
        given.type(),
        APP.source(),
        APP.name(),
        APP.platform(),
        APP.environment(),
        given.process(),
        given.release(),
        START.plus(given.at()),
        given.subject(),
        given.captures(),
        List.of(),
        null);
  }

  private static Outlook outlook(Finding finding) {
    return switch (finding.state()) {
      case PENDING -> Outlook.PENDING;
      case OPEN -> Outlook.OPEN;
      case RECOVERING -> Outlook.RECOVERING;
      case RESOLVED -> Outlook.RESOLVED;
    };
  }

  private static String words(RuleTest test, String expected, String was) {
    return "%s: alert rule '%s': after %s expected %s, but it is %s"
        .formatted(
            test.place(),
            test.rule(),
            test.written(),
            expected.toLowerCase(Locale.ROOT),
            was.toLowerCase(Locale.ROOT));
  }
}
