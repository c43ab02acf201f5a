package io.stormdrain.local.rules;

import io.stormdrain.analyzer.classify.Shipped;
import io.stormdrain.analyzer.signature.Signature;
import io.stormdrain.notifier.threshold.AlertRule;
import io.stormdrain.notifier.threshold.RulePack;
import io.stormdrain.notifier.threshold.RuleTest;
import io.stormdrain.notifier.threshold.RuleTest.Outlook;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ./stormdrain rules lint}. */
@Command(
    name = "lint",
    description = {
      "Says what is amiss with rules: no test that opens, none that ends; and what is to be known: signals that"
          + " no shipped signature yields.",
      "Exit code: 1 when something must be mended."
    })
public final class LintCommand implements Callable<Integer> {

  @Spec @Nullable CommandSpec spec;

  @Mixin OwnRules own = new OwnRules();

  @Override
  public Integer call() {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    RulePack pack = own.pack();
    Set<String> yielded =
        Shipped.catalogue().signatures().stream()
            .map(Signature::signal)
            .collect(Collectors.toSet());
    List<String> faults = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    for (AlertRule rule : pack.rules().all()) {
      for (Outlook outlook : List.of(Outlook.OPEN, Outlook.RESOLVED)) {
        if (pack.tests().stream().noneMatch(test -> says(test, rule, outlook))) {
          faults.add("error: '%s': no test in which it is %s".formatted(rule.id(), word(outlook)));
        }
      }
      rule.on().stream()
          .filter(signal -> !yielded.contains(signal))
          .sorted()
          .forEach(signal ->
              notes.add(
                  "note: '%s': no shipped signature yields %s: it has to be derived, or yours"
                      .formatted(rule.id(), signal)));
    }
    faults.forEach(out::println);
    notes.forEach(out::println);
    out.printf("%d to mend, %d to know%n", faults.size(), notes.size());
    return faults.isEmpty() ? 0 : 1;
  }

  private static boolean says(RuleTest test, AlertRule rule, Outlook outlook) {
    return test.rule().equals(rule.id()) && test.is() == outlook;
  }

  private static String word(Outlook outlook) {
    return outlook == Outlook.OPEN ? "open" : "resolved";
  }
}
