package io.stormdrain.local;

import io.stormdrain.local.forward.Execution;
import io.stormdrain.local.forward.JobDoor;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./stormdrain forward}. */
@Command(
    name = "forward",
    description = {
      "Runs a command, passes on what it prints, and brings that to its app's story with its exit",
      "code: builds, migrations, jobs. Exit code: the command's, whatever becomes of its output;",
      "127 when it cannot be run."
    },
    footer = {"", "Example: ./stormdrain forward --app shop --job migrate -- bin/migrate --all"})
final class ForwardCommand implements Callable<Integer> {

  @Parameters(arity = "1..*", paramLabel = "COMMAND", description = "The command, behind --.")
  List<String> command = List.of();

  @Option(
      names = "--app",
      paramLabel = "NAME",
      defaultValue = "shop",
      description = "Whose story it is (${DEFAULT-VALUE}).")
  String app = "shop";

  @Option(
      names = "--job",
      paramLabel = "NAME",
      description = "What the command does; otherwise its own name.")
  @Nullable String job;

  @Option(
      names = "--url",
      paramLabel = "URL",
      defaultValue = "${env:STORMDRAIN_DRAIN}",
      description =
          "The drain with its token; otherwise STORMDRAIN_DRAIN, or the one that up started last.")
  @Nullable String url;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "The data folder of up, which knows the drain and the app's token.")
  @Nullable Path data;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this.")
  boolean help;

  @Override
  public Integer call() throws InterruptedException {
    Execution execution = Execution.of(command);
    String failure = forward(execution);
    if (failure != null) {
      System.err.println("stormdrain: the output was not forwarded: " + failure);
    }
    return execution.code();
  }

  private @Nullable String forward(Execution execution) throws InterruptedException {
    String name = String.valueOf(Path.of(command.getFirst()).getFileName());
    Map<String, String> said = new TreeMap<>();
    said.put("job", job == null ? name : job);
    said.put("command", String.join(" ", command));
    said.put("code", Integer.toString(execution.code()));
    try {
      Destination destination = new Destination(Home.current().data(data), url);
      return new JobDoor(destination.of(app)).bring(app, said, execution.output());
    } catch (StormdrainException e) {
      return e.getMessage();
    }
  }
}
