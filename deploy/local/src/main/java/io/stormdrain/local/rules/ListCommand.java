package io.stormdrain.local.rules;

import io.stormdrain.notifier.threshold.AlertRule;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./stormdrain rules list}. */
@Command(
    name = "list",
    description =
        "One line per rule: its id, its severity, the signals it looks at, and its title.")
public final class ListCommand implements Callable<Integer> {

  @Spec @Nullable CommandSpec spec;

  @Mixin OwnRules own = new OwnRules();

  @Option(names = "--signal", paramLabel = "TYPE", description = "Only those that look at it.")
  @Nullable String signal;

  @Override
  public Integer call() {
    for (AlertRule rule : own.pack().rules().all()) {
      if (signal == null || rule.on().contains(signal)) {
        Objects.requireNonNull(spec)
            .commandLine()
            .getOut()
            .printf(
                "%s  %s  %s  %s%n",
                rule.id(),
                rule.severity().word(),
                rule.on().stream().sorted().collect(Collectors.joining(",")),
                rule.title().text());
      }
    }
    return 0;
  }
}
