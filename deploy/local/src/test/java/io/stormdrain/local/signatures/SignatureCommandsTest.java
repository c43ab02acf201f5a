package io.stormdrain.local.signatures;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

final class SignatureCommandsTest {

  private static final Path CRASH_LOOP =
      Path.of(System.getProperty("stormdrain.root"), "deploy/local/samples/crash-loop.log");

  private static final String TILL_LOCKED =
      """
      - id: till-locked
        pattern: "the till {till:int} is locked"
        signal: till.locked
        subject: "till {till}"
        matches:
          - "the till 7 is locked"
          - {line: "ERROR the till 12 is locked", subject: "till 12"}
        rejects:
          - "the till is open"
      """;

  @TempDir Path temporary = Path.of(".");

  private final StringWriter said = new StringWriter();

  @Test
  void aListSaysWhereEachIsWritten() {
    assertThat(run(new ListCommand(), "--signal", "boot.timeout")).isZero();

    assertThat(said.toString().lines())
        .anyMatch(line -> line.matches("catalogue/heroku/dyno.yaml:\\d+ .heroku-boot-timeout .*"))
        .allMatch(line -> line.endsWith("  boot.timeout"));
  }

  @Test
  void theShippedOnesDoWhatTheirSamplesPromise() {
    assertThat(run(new TestCommand())).isZero();

    assertThat(said.toString()).contains("signatures", "all do what they should");
  }

  @Test
  void nothingOfTheShippedOnesIsToBeMended() {
    assertThat(run(new LintCommand())).as(said.toString()).isZero();

    assertThat(said.toString()).contains("0 to mend");
  }

  @Test
  void onesOwnAreTestedWithTheShippedOnes() throws IOException {
    Files.writeString(temporary.resolve("tills.yaml"), TILL_LOCKED);

    assertThat(run(new ListCommand(), "--signal", "till.locked", "--dir", temporary.toString()))
        .isZero();

    assertThat(said.toString().trim()).isEqualTo("tills.yaml:1  till-locked  till.locked");
  }

  @Test
  void aWrongOneIsNamedWithFileLineAndReason() throws IOException {
    Files.writeString(
        temporary.resolve("tills.yaml"),
        TILL_LOCKED.replace("\"the till is open\"", "\"the till 3 is locked\""));

    assertThat(run(new TestCommand(), "--dir", temporary.toString())).isEqualTo(1);

    assertThat(said.toString())
        .contains("tills.yaml:1", "'till-locked'", "sample must not match: the till 3 is locked");
  }

  @Test
  void anExplanationNamesFileLineLiteralAndPattern() throws IOException {
    int line = 1 + Files.readAllLines(CRASH_LOOP).indexOf(moduleLine());

    assertThat(run(new ExplainCommand(), CRASH_LOOP + ":" + line)).isZero();

    assertThat(said.toString())
        .containsPattern("catalogue/python/modules.yaml:\\d+: signature 'python-module-missing'")
        .contains("literal  ModuleNotFoundError: No module named '")
        .contains("pattern  ModuleNotFoundError: No module named '{module:word}'")
        .contains("read     {module=bs4}")
        .contains("told: module.missing by 'python-module-missing', about bs4");
  }

  @Test
  void aLineThatSaysNothingIsExplainedAsThat() throws IOException {
    Path log = Files.writeString(temporary.resolve("app.log"), "all is well\n");

    assertThat(run(new ExplainCommand(), log + ":1")).isZero();

    assertThat(said.toString()).contains("no signature recognises it", "told: nothing");
  }

  private static String moduleLine() throws IOException {
    return Files.readAllLines(CRASH_LOOP).stream()
        .filter(line -> line.contains("ModuleNotFoundError: No module named 'bs4'"))
        .findFirst()
        .orElseThrow();
  }

  private int run(Object command, String... arguments) {
    return new CommandLine(command).setOut(new PrintWriter(said, true)).execute(arguments);
  }
}
