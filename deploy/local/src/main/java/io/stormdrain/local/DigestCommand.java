package io.stormdrain.local;

import io.stormdrain.local.service.ServiceApi;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./stormdrain digest}: what teams are told once a day, now. */
@Command(
    name = "digest",
    description = {
      "Prints what went on until now, as teams are told once a day: incidents by severity,",
      "releases with their verdicts, silent apps, and the classes that were looked for, with zeros."
    },
    footer = {"", "Example: ./stormdrain digest --team payments"})
final class DigestCommand implements Callable<Integer> {

  @Option(names = "--team", paramLabel = "NAME", description = "Only apps of this team.")
  @Nullable String team;

  @Option(names = "--app", paramLabel = "NAME", description = "Only this app.")
  @Nullable String app;

  @Option(
      names = "--from",
      paramLabel = "TIME",
      description = "From when on: 24h (the default), or a time in ISO 8601.")
  String from = "24h";

  @Mixin NotifierOptions notifier = new NotifierOptions();

  private final PrintStream out = System.out;

  @Override
  public Integer call() throws InterruptedException {
    StringBuilder path = new StringBuilder("/api/v1/digest?from=" + ServiceApi.encoded(from));
    if (team != null) {
      path.append("&team=").append(ServiceApi.encoded(team));
    }
    if (app != null) {
      path.append("&app=").append(ServiceApi.encoded(app));
    }
    out.print(notifier.api().get(path.toString()).path("text").asText());
    return 0;
  }
}
