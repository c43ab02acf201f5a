package io.stormdrain.local;

import io.stormdrain.local.data.DataFolder;
import io.stormdrain.local.data.FolderLock;
import java.io.Console;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./stormdrain reset}. */
@Command(
    name = "reset",
    description =
        "Deletes the data folder: lines, incidents, what was told, the tokens of the sources, and logs.",
    footer = {"", "Example: ./stormdrain reset --yes"})
final class ResetCommand implements Runnable {

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "The folder; the usual one is data beside the script.")
  @Nullable Path data;

  @Option(names = "--yes", description = "Does not ask.")
  boolean yes;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this.")
  boolean help;

  @Override
  public void run() {
    DataFolder folder = Home.current().data(data);
    if (!Files.exists(folder.path())) {
      System.out.println("nothing to delete: " + folder.path() + " does not exist");
      return;
    }
    if (!folder.isOurs()) {
      throw new StormdrainException(
          folder.path() + " is not a data folder of Stormdrain: nothing was deleted");
    }
    if (!yes && !confirmed(folder)) {
      throw new StormdrainException("nothing was deleted: answer yes, or give --yes");
    }
    FolderLock lock = FolderLock.take(folder);
    try {
      Leftovers.await(folder);
      folder.delete();
    } finally {
      lock.close();
    }
    System.out.println("deleted " + folder.path());
  }

  /** Where nobody can be asked, nobody agrees. */
  private static boolean confirmed(DataFolder folder) {
    String question = "Delete %s with everything in it? Type yes: ".formatted(folder.path());
    return Optional.ofNullable(System.console())
        .filter(Console::isTerminal)
        .map(console -> console.readLine("%s", question))
        .filter("yes"::equals)
        .isPresent();
  }
}
