package io.stormdrain.local;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./stormdrain sources}. */
@Command(
    name = "sources",
    description = {
      "Who may send: adds, lists and removes sources, and replaces their tokens: in the registry of",
      "the running ingest service; else, or with --file, in the file of sources, of which one place",
      "is changed at a time. Either is in force within a second."
    },
    subcommands = {
      SourcesAddCommand.class,
      SourcesListCommand.class,
      SourcesRotateCommand.class,
      SourcesRemoveCommand.class,
      SourcesBulkCommand.class,
      SourcesDriftCommand.class,
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
