package io.stormdrain.local.rules;

import io.stormdrain.notifier.rulebook.Trial;
import io.stormdrain.notifier.threshold.RulePack;
import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ./stormdrain rules test}. */
@Command(
    name = "test",
    description = {
      "Reads all rules and holds each to the tests beside it, as the notifier does when it takes them.",
      "Exit code: 1 when a rule is not as its tests say."
    })
public final class TestCommand implements Callable<Integer> {

  @Spec @Nullable CommandSpec spec;

  @Mixin OwnRules own = new OwnRules();

  @Override
  public Integer call() {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    RulePack pack = own.pack();
    List<String> failures = Trial.failures(pack);
    failures.forEach(out::println);
    out.printf(
        "%d rules, %d tests, %d of them not as they should be%n",
        pack.rules().all().size(), pack.tests().size(), failures.size());
    return failures.isEmpty() ? 0 : 1;
  }
}
