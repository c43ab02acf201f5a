package io.stormdrain.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

final class StormdrainTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int execute(String... args) {
    CommandLine line = Stormdrain.commandLine();
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    return line.execute(args);
  }

  @Test
  void theHelpNamesEveryCommand() {
    StringWriter help = new StringWriter();
    HelpCommand.print(new PrintWriter(help, true));

    for (String command : Stormdrain.commandLine().getSubcommands().keySet()) {
      assertThat(help.toString()).containsPattern("(?m)^  " + command + " ");
    }
    assertThat(help.toString().lines()).allMatch(text -> text.length() <= 100);
  }

  @Test
  void everyCommandExplainsItselfWithAnExample() {
    for (Map.Entry<String, CommandLine> command :
        Stormdrain.commandLine().getSubcommands().entrySet()) {
      if (!command.getKey().equals("help")) {
        assertThat(command.getValue().getUsageMessage())
            .containsPattern("Examples?: ./stormdrain " + command.getKey());
      }
    }
  }

  @Test
  void aMisusedCommandSaysSoInOneLineAndWhereToRead() {
    assertThat(execute("up", "--prot", "1")).isEqualTo(2);

    assertThat(err.toString().lines())
        .containsExactly(
            "stormdrain: Unknown options: '--prot', '1'", "Try: ./stormdrain up --help");
  }

  @Test
  void whatCannotBeDoneIsOneLineWithoutAStackTrace() {
    assertThat(execute("replay", "no-such-file.log")).isEqualTo(1);

    assertThat(err.toString())
        .isEqualTo(
            "stormdrain: there is no file no-such-file.log that can be read"
                + System.lineSeparator());
  }
}
