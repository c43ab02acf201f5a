package io.stormdrain.local;

import io.stormdrain.local.data.Draft;
import io.stormdrain.local.data.Token;
import io.stormdrain.local.registry.BulkFile;
import io.stormdrain.local.registry.SourceBook;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code ./stormdrain sources bulk}. */
@Command(
    name = "bulk",
    description = {
      "Adds all sources of a YAML file of the form of sources.yaml, in which tokens may be left out.",
      "Prints each source and its new token, with a tab between. What cannot be added is said, and",
      "the rest is. Exit code: 0; 1 when one was not added."
    })
final class SourcesBulkCommand implements Callable<Integer> {

  @Parameters(paramLabel = "FILE", description = "The file.")
  Path from = Path.of("");

  @Mixin SourcesOptions options = new SourcesOptions();

  @Override
  public Integer call() throws InterruptedException {
    List<Draft> drafts = BulkFile.read(from);
    SourceBook book = options.book();
    int failed = 0;
    for (Draft draft : drafts) {
      try {
        Token token = book.add(draft);
        boolean known = !draft.tokens().isEmpty();
        System.out.println(draft.id() + '\t' + (known ? "(its own token)" : token.reveal()));
      } catch (StormdrainException e) {
        System.err.println("stormdrain: " + draft.id() + ": " + e.getMessage());
        failed++;
      }
    }
    System.err.printf("added %d of %d to %s%n", drafts.size() - failed, drafts.size(), book.name());
    return failed == 0 ? 0 : 1;
  }
}
