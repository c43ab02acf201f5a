package io.stormdrain.local;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ./stormdrain sources list}. */
@Command(
    name = "list",
    description = {
      "Lists the sources: with up running also how many lines each has sent and lost since the door",
      "opened, and when it was last seen. No token is shown."
    })
final class SourcesListCommand implements Callable<Integer> {

  @Mixin SourcesOptions options = new SourcesOptions();

  @Override
  public Integer call() throws InterruptedException {
    options.book().lines().forEach(System.out::println);
    return 0;
  }
}
