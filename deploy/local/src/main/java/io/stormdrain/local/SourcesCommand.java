package io.stormdrain.local;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./stormdrain sources}. */
@Command(
    name = "sources",
    description = {
      "Who may send: adds, lists and removes sources, and replaces their tokens. Each change is one",
      "place of the file of sources, which ingest reads again within a second."
    },
    subcommands = {
      SourcesAddCommand.class,
      SourcesListCommand.class,
      SourcesRotateCommand.class,
      SourcesRemoveCommand.class,
    },
    footer = {"", "Example: ./stormdrain sources add shop --platform railway"})
final class SourcesCommand implements Runnable {

  @Spec CommandSpec spec = CommandSpec.create();

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this.")
  boolean help;

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
