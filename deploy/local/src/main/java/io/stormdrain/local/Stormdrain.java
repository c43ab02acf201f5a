package io.stormdrain.local;

import io.stormdrain.engines.EngineException;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** {@code ./stormdrain COMMAND}: the commands, one class each. */
@Command(
    name = "stormdrain",
    subcommands = {
      UpCommand.class,
      ReplayCommand.class,
      ClassifyCommand.class,
      SignaturesCommand.class,
      RulesCommand.class,
      ForwardCommand.class,
      SourcesCommand.class,
      WaitForReleaseCommand.class,
      IncidentsCommand.class,
      AckCommand.class,
      ExplainCommand.class,
      TailCommand.class,
      ExportCommand.class,
      DigestCommand.class,
      DeliveriesCommand.class,
      ReceiversCommand.class,
      RouteCommand.class,
      SilencesCommand.class,
      ResetCommand.class,
      HelpCommand.class,
    })
public final class Stormdrain implements Runnable {

  private static final int FAILED = 1;
  private static final int MISUSED = 2;

  private Stormdrain() {}

  /**
   * Runs one command and ends the JVM with its exit code.
   *
   * @param args the command and its arguments
   */
  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Stormdrain())
        .setExecutionExceptionHandler((failure, line, parsed) -> report(failure, line))
        .setParameterExceptionHandler((failure, args) -> report(failure))
        .setUsageHelpWidth(100)
        .setUsageHelpAutoWidth(false);
  }

  /** Without a command the help is what was wanted. */
  @Override
  public void run() {
    HelpCommand.print(commandLine().getOut());
  }

  private static int report(Exception failure, CommandLine line) throws Exception {
    if (failure instanceof StormdrainException || failure instanceof EngineException) {
      line.getErr().println("stormdrain: " + failure.getMessage());
      return FAILED;
    }
    throw failure;
  }

  private static int report(ParameterException failure) {
    CommandLine command = failure.getCommandLine();
    PrintWriter err = command.getErr();
    err.println("stormdrain: " + failure.getMessage());
    err.println("Try: ./" + command.getCommandSpec().qualifiedName() + " --help");
    return MISUSED;
  }
}
