package io.stormdrain.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.stormdrain.local.classify.Classification;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./stormdrain classify}. */
@Command(
    name = "classify",
    description = {
      "Says what a log file means: the incidents in it with their lines and the fix. Same signatures and"
          + " thresholds as the services, no server, no network.",
      "Reads what heroku logs prints, raw Logplex bodies, and plain lines without a prefix.",
      "Exit code: 0 nothing to act on, 1 incidents, 2 unusable input."
    },
    footer = {
      "",
      "Examples: ./stormdrain classify deploy/local/samples/crash-loop.log",
      "          heroku logs --num 1500 | ./stormdrain classify --json"
    })
final class ClassifyCommand implements Callable<Integer> {

  private static final int UNUSABLE = 2;

  @Parameters(
      index = "0",
      arity = "0..1",
      defaultValue = "-",
      paramLabel = "FILE",
      description = "The log; - reads what is piped in.")
  String input = "-";

  @Option(names = "--json", description = "One JSON object per line.")
  boolean json;

  @Option(
      names = "--app",
      paramLabel = "NAME",
      defaultValue = "APP",
      description = "The app's name, for the commands of the fix.")
  String app = "APP";

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this.")
  boolean help;

  @Override
  public Integer call() {
    PrintStream out = new PrintStream(System.out, false, UTF_8);
    try (InputStream bytes = open();
        BufferedReader text = new BufferedReader(new InputStreamReader(bytes, UTF_8), 1 << 16)) {
      Classification classification = Classification.of(text, app);
      if (json) {
        classification.writeJson(out);
      } else {
        classification.writeText(out);
      }
      out.flush();
      return classification.hasIncidents() ? 1 : 0;
    } catch (IOException e) {
      System.err.println("stormdrain: " + input + " cannot be read: " + e.getMessage());
      return UNUSABLE;
    }
  }

  private InputStream open() throws IOException {
    return input.equals("-") ? System.in : Files.newInputStream(Path.of(input));
  }
}
