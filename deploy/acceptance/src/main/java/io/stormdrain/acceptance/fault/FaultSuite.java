package io.stormdrain.acceptance.fault;

import io.stormdrain.acceptance.Stage;
import io.stormdrain.acceptance.fault.Outcome.Verdict;
import io.stormdrain.engines.Engines;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./stormdrain faults}. */
@Command(
    name = "faults",
    description = {
      "Breaks a Stormdrain of its own in every way that there is a script for, and prints one table.",
      "After each fault every acknowledged line must be in the topic and counted once, and every planted trouble told of once."
    },
    footer = {
      "",
      "SLOW: all of it held, but a bound of time was missed, as happens on a machine that others load.",
      "Exit codes: 0 unless a fault FAILED; 1 when one did; 2 misused.",
      "Example: ./stormdrain faults F01 F05 --seed 7"
    })
final class FaultSuite implements Callable<Integer> {

  @Parameters(paramLabel = "FAULT", description = "Only these, as F01; all when none is named.")
  List<String> ids = new ArrayList<>();

  @Option(names = "--full", description = "As long and as often as the table of faults says.")
  boolean full;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Repeats a run: when is killed, where trouble is planted (${DEFAULT-VALUE}).")
  long seed;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this.")
  boolean help;

  public static void main(String[] args) {
    // The services are left to end by themselves: their input has ended with us.
    System.exit(new CommandLine(new FaultSuite()).execute(args));
  }

  @Override
  public Integer call() {
    List<Fault> faults = FaultList.named(ids);
    List<Outcome> outcomes = new ArrayList<>();
    Routes routes = Routes.in(Stage.FOLDER);
    try (Stage stage =
        new Stage("faults", Engines.kafka(), Engines.database("faults"), routes.settings())) {
      Trial trial = new Trial(new Ground(stage, new Scale(full, seed), routes));
      for (Fault fault : faults) {
        Outcome outcome = trial.of(fault);
        System.err.printf(
            Locale.ROOT,
            "  %s %s in %d s: %s %s%n",
            fault.id(),
            outcome.verdict(),
            outcome.took().toSeconds(),
            outcome.figures(),
            outcome.why());
        outcomes.add(outcome);
      }
    }
    print(outcomes);
    return outcomes.stream().anyMatch(o -> o.verdict() == Verdict.FAILED) ? 1 : 0;
  }

  private static void print(List<Outcome> outcomes) {
    System.out.println("| fault | what was done | what was checked | figures | |");
    System.out.println("| --- | --- | --- | --- | --- |");
    outcomes.forEach(outcome -> System.out.println(outcome.row()));
  }
}
