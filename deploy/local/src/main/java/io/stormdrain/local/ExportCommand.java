package io.stormdrain.local;

import io.stormdrain.local.service.ServiceApi;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./stormdrain export}: an incident as a report. */
@Command(
    name = "export",
    description = {
      "Writes an incident as a report in Markdown: what was found, the evidence, what to do,",
      "what happened, who was told."
    },
    footer = {"", "Example: ./stormdrain export INC-17 --out incident.md"})
final class ExportCommand implements Callable<Integer> {

  @Parameters(paramLabel = "INCIDENT", description = "Which: INC-17.")
  String incident = "";

  @Option(names = "--out", paramLabel = "FILE", description = "Where to; otherwise it is printed.")
  @Nullable Path file;

  @Mixin NotifierOptions notifier = new NotifierOptions();

  private final PrintStream out = System.out;

  @Override
  public Integer call() throws InterruptedException {
    String report =
        notifier.api().text("/api/v1/incidents/" + ServiceApi.encoded(incident) + "/report");
    if (file == null) {
      out.print(report);
      return 0;
    }
    try {
      Files.writeString(file, report);
    } catch (IOException e) {
      throw new StormdrainException("cannot write " + file + ": " + e.getMessage(), e);
    }
    return 0;
  }
}
