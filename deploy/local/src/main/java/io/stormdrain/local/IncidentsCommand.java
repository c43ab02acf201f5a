package io.stormdrain.local;

import com.fasterxml.jackson.databind.JsonNode;
import io.stormdrain.local.notifier.IncidentLine;
import io.stormdrain.local.service.ServiceApi;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./stormdrain incidents}: what is wrong now. */
@Command(
    name = "incidents",
    description = "Lists incidents, the latest first: those that are open, or all.",
    footer = {
      "",
      "Examples: ./stormdrain incidents",
      "          ./stormdrain incidents --all --app shop"
    })
final class IncidentsCommand implements Callable<Integer> {

  private static final String OPEN = "&state=open&state=acknowledged&state=recovering";

  @Option(names = "--app", paramLabel = "NAME", description = "Only those of this app.")
  @Nullable String app;

  @Option(names = "--all", description = "Also those that are over.")
  boolean all;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "50",
      description = "At most so many, 1 to 500 (${DEFAULT-VALUE}).")
  int limit = 50;

  @Mixin NotifierOptions notifier = new NotifierOptions();

  private final PrintStream out = System.out;

  @Override
  public Integer call() throws InterruptedException {
    JsonNode found =
        notifier
            .api()
            .get(
                "/api/v1/incidents?limit="
                    + limit
                    + (all ? "" : OPEN)
                    + (app == null ? "" : "&app=" + ServiceApi.encoded(app)));
    if (found.path("incidents").isEmpty()) {
      out.println(all ? "no incidents" : "all quiet");
    }
    found.path("incidents").forEach(incident -> out.println(IncidentLine.of(incident)));
    if (found.has("next")) {
      out.println("and more: --limit");
    }
    return 0;
  }
}
