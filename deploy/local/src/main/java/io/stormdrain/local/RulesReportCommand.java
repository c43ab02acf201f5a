package io.stormdrain.local;

import com.fasterxml.jackson.databind.JsonNode;
import io.stormdrain.local.service.ServiceApi;
import io.stormdrain.local.service.Table;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./stormdrain rules report}. */
@Command(
    name = "report",
    description = {
      "By alert rule: how many incidents and messages there were, and of how many anybody looked after.",
      "What is noise was told five times or more, and hardly ever did anybody do anything.",
      "What rules in shadow would have told is counted and listed, so that one knows before they tell it."
    },
    footer = {"", "Example: ./stormdrain rules report --from 30d"})
final class RulesReportCommand implements Callable<Integer> {

  private static final Table TABLE =
      new Table(
          "rule",
          "incidents",
          "messages",
          "lookedAfter",
          "back",
          "flapping",
          "openMinutes",
          "noise",
          "inShadow");

  private static final Table UNTOLD =
      new Table("at", "over", "rule", "app", "process", "severity", "title");

  @Option(
      names = "--from",
      paramLabel = "TIME",
      defaultValue = "30d",
      description = "How long ago to begin: 12h, 7d, 30d (${DEFAULT-VALUE}).")
  String from = "30d";

  @Mixin NotifierOptions notifier = new NotifierOptions();

  private final PrintStream out = System.out;

  @Override
  public Integer call() throws InterruptedException {
    JsonNode report = notifier.api().get("/api/v1/rules/report?from=" + ServiceApi.encoded(from));
    TABLE.lines(report.path("rules")).forEach(out::println);
    if (!report.path("untold").isEmpty()) {
      out.println("\nWhat rules in shadow would have told:");
      UNTOLD.lines(report.path("untold")).forEach(out::println);
    }
    return 0;
  }
}
