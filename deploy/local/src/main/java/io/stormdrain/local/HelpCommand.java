package io.stormdrain.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./stormdrain help [COMMAND]}. */
@Command(name = "help", description = "Explains the commands.")
final class HelpCommand implements Runnable {

  /** In a file, so that the script can show it where nothing is built yet. */
  private static final String TEXT = "help.txt";

  @Spec @Nullable CommandSpec spec;

  @Parameters(arity = "0..1", paramLabel = "COMMAND", description = "The command to explain.")
  @Nullable String command;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this.")
  boolean help;

  static void print(PrintWriter out) {
    try (InputStream text = HelpCommand.class.getResourceAsStream(TEXT)) {
      out.print(new String(Objects.requireNonNull(text).readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    out.flush();
  }

  @Override
  public void run() {
    CommandLine line = Stormdrain.commandLine();
    if (command == null) {
      print(line.getOut());
      return;
    }
    CommandLine explained = line.getSubcommands().get(command);
    if (explained == null) {
      throw new ParameterException(line, "there is no command " + command);
    }
    explained.usage(line.getOut());
  }
}
