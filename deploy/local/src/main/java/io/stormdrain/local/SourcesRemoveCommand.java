package io.stormdrain.local;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code ./stormdrain sources remove}. */
@Command(
    name = "remove",
    description = {
      "Takes a source away. What still comes with its token is refused, and lost: first take the",
      "drain, the webhook or the forwarder off its platform."
    })
final class SourcesRemoveCommand implements Callable<Integer> {

  @Parameters(paramLabel = "ID", description = "The source.")
  String id = "";

  @Mixin SourcesOptions options = new SourcesOptions();

  @Override
  public Integer call() throws InterruptedException {
    options.book().remove(id);
    System.out.printf("source %s is gone%n", id);
    return 0;
  }
}
