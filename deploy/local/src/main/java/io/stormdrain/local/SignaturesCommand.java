package io.stormdrain.local;

import io.stormdrain.local.signatures.ExplainCommand;
import io.stormdrain.local.signatures.LintCommand;
import io.stormdrain.local.signatures.ListCommand;
import io.stormdrain.local.signatures.TestCommand;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./stormdrain signatures}. */
@Command(
    name = "signatures",
    description = "Lists, tests, lints and explains the signatures by which lines are recognised.",
    subcommands = {
      ListCommand.class,
      TestCommand.class,
      LintCommand.class,
      ExplainCommand.class,
    },
    footer = {
      "",
      "Examples: ./stormdrain signatures explain app.log:12",
      "          ./stormdrain signatures test --dir my-signatures"
    })
final class SignaturesCommand implements Runnable {

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
