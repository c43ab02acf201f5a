package io.stormdrain.local;

import com.fasterxml.jackson.databind.JsonNode;
import io.stormdrain.local.service.ServiceApi;
import io.stormdrain.local.service.Table;
import java.io.PrintStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./stormdrain route}: who is told of what. */
@Command(
    name = "route",
    description = "Who is told of what.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example: ./stormdrain route test --app shop --severity high --at 2026-03-29T02:30:00Z"
    })
final class RouteCommand {

  private static final Table TABLE =
      new Table("receiver", "decision", "toldAt", "held", "route", "repeat", "escalations");

  private final PrintStream out = System.out;

  @Command(
      name = "test",
      description = {
        "Says who would be told of an incident that began at a time, and why,",
        "with the routes and silences that are in force."
      })
  int test(
      @Option(
              names = "--app",
              paramLabel = "NAME",
              required = true,
              description = "Whose incident.")
          String app,
      @Option(
              names = "--severity",
              paramLabel = "WORD",
              defaultValue = "high",
              description = "critical, high, medium or low (${DEFAULT-VALUE}).")
          String severity,
      @Option(names = "--class", paramLabel = "TYPE", description = "Of what type: crash-loop, ...")
          @Nullable String type,
      @Option(names = "--environment", paramLabel = "NAME", description = "production, ...")
          @Nullable String environment,
      @Option(names = "--at", paramLabel = "TIME", description = "When, in UTC; otherwise now.")
          @Nullable String at,
      @Mixin NotifierOptions notifier)
      throws InterruptedException {
    String query = "?app=" + ServiceApi.encoded(app) + "&severity=" + ServiceApi.encoded(severity);
    JsonNode answer =
        notifier
            .api()
            .get(
                "/api/v1/routing/test"
                    + query
                    + given("class", type)
                    + given("environment", environment)
                    + given("at", at));
    out.println(
        "at " + answer.path("at").asText() + ", team " + answer.path("team").asText("unknown"));
    TABLE.lines(answer.path("receivers")).forEach(out::println);
    return 0;
  }

  private static String given(String name, @Nullable String value) {
    return value == null ? "" : "&" + name + "=" + ServiceApi.encoded(value);
  }
}
