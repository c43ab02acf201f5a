package io.stormdrain.local;

import com.fasterxml.jackson.databind.JsonNode;
import io.stormdrain.local.notifier.IncidentLine;
import io.stormdrain.local.service.ServiceApi;
import java.io.PrintStream;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./stormdrain ack}: somebody looks after an incident. */
@Command(
    name = "ack",
    description = "Says that you look after an incident; everybody who was told of it can see it.",
    footer = {"", "Example: ./stormdrain ack INC-17 --by ann"})
final class AckCommand implements Callable<Integer> {

  @Parameters(paramLabel = "INCIDENT", description = "Which: INC-17.")
  String incident = "";

  @Option(
      names = "--by",
      paramLabel = "NAME",
      defaultValue = "${sys:user.name}",
      description = "Who you are (${DEFAULT-VALUE}).")
  String by = "";

  @Mixin NotifierOptions notifier = new NotifierOptions();

  private final PrintStream out = System.out;

  @Override
  public Integer call() throws InterruptedException {
    JsonNode known =
        notifier
            .api()
            .post(
                "/api/v1/incidents/" + ServiceApi.encoded(incident) + "/acknowledge",
                Map.of("by", by));
    out.println(IncidentLine.of(known.path("incident")));
    return 0;
  }
}
