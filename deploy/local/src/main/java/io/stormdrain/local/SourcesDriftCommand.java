package io.stormdrain.local;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ./stormdrain sources drift}. */
@Command(
    name = "drift",
    description = {
      "Names what the file of sources that the running service reads says and the registry does",
      "not, and the reverse. Exit code: 0 when they agree; 1 when not."
    })
final class SourcesDriftCommand implements Callable<Integer> {

  @Mixin SourcesOptions options = new SourcesOptions();

  @Override
  public Integer call() throws InterruptedException {
    List<String> drift = options.registry().drift();
    drift.forEach(System.out::println);
    return drift.isEmpty() ? 0 : 1;
  }
}
