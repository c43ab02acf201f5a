package io.stormdrain.local;

import io.stormdrain.local.data.Source;
import io.stormdrain.local.sender.Arrivals;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ./stormdrain sources list}. */
@Command(
    name = "list",
    description = {
      "Lists the sources, and with up running how many lines each has sent since the door opened.",
      "No token is shown."
    })
final class SourcesListCommand implements Callable<Integer> {

  @Mixin SourcesOptions options = new SourcesOptions();

  @Override
  public Integer call() throws InterruptedException {
    List<Source> sources = options.sources().all();
    URI running = options.running();
    Map<String, Long> lines = running == null ? Map.of() : new Arrivals(running).lines();
    int width = sources.stream().mapToInt(source -> source.id().length()).max().orElse(0);
    for (Source source : sources) {
      Long sent = lines.get(source.id());
      System.out.println(
          ("%-" + (width + 2) + "s%s%s")
              .formatted(
                  source.id(),
                  sent == null ? "" : sent + " lines",
                  source.tokens().size() > 1 ? "  two tokens: one is being replaced" : "")
              .stripTrailing());
    }
    return 0;
  }
}
