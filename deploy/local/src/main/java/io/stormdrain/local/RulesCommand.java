package io.stormdrain.local;

import io.stormdrain.local.rules.LintCommand;
import io.stormdrain.local.rules.ListCommand;
import io.stormdrain.local.rules.TestCommand;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./stormdrain rules}. */
@Command(
    name = "rules",
    description =
        "Lists, tests, lints and back-tests the alert rules: when signals become incidents, and when those end.",
    subcommands = {
      ListCommand.class,
      TestCommand.class,
      LintCommand.class,
      BacktestCommand.class,
      RulesReportCommand.class,
    },
    footer = {
      "",
      "Examples: ./stormdrain rules list --signal boot.timeout",
      "          ./stormdrain rules test --dir my-rules",
      "          ./stormdrain rules report --from 30d"
    })
final class RulesCommand implements Runnable {

  @Spec @Nullable CommandSpec spec;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this.")
  boolean help;

  /** Without a subcommand the help is what was wanted. */
  @Override
  public void run() {
    CommandSpec mine = Objects.requireNonNull(spec);
    mine.commandLine().usage(mine.commandLine().getOut());
  }
}
