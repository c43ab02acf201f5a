package io.stormdrain.local.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stormdrain.local.StormdrainException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

final class RulesCommandsTest {

  @TempDir Path temporary = Path.of(".");

  private final StringWriter said = new StringWriter();

  @Test
  void aListSaysWhatEachLooksAt() {
    assertThat(run(new ListCommand(), "--signal", "boot.timeout")).isZero();

    assertThat(said.toString().lines())
        .anyMatch(line -> line.startsWith("boot-timeout  critical  boot.timeout  "));
  }

  @Test
  void theShippedOnesAreAsTheirTestsSayAndNothingIsToBeMended() {
    assertThat(run(new TestCommand())).isZero();
    assertThat(run(new LintCommand())).as(said.toString()).isZero();

    assertThat(said.toString()).contains(" 0 of them not as they should be", "0 to mend");
  }

  @Test
  void onesOwnThatIsNotAsItsTestSaysIsNamedWithItsPlace() throws IOException {
    write("title: \"The till of {app} is locked\"", "pending");

    assertThat(run(new TestCommand(), "--dir", temporary.toString())).isEqualTo(1);
    assertThat(said.toString())
        .contains("own.yaml:1: alert rule 'till-locked': after [0s till.locked] expected pending");
  }

  @Test
  void onesOwnWithoutATestOfItsEndIsToBeMended() throws IOException {
    write("title: \"The till of {app} is locked\"", "open");

    assertThat(run(new TestCommand(), "--dir", temporary.toString())).isZero();
    assertThat(run(new LintCommand(), "--dir", temporary.toString())).isEqualTo(1);
    assertThat(said.toString())
        .contains(
            "error: 'till-locked': no test in which it is resolved",
            "note: 'till-locked': no shipped signature yields till.locked");
  }

  @Test
  void aRuleThatCannotBeReadIsRefusedInOneLine() throws IOException {
    write("titel: locked", "open");

    ListCommand list = new ListCommand();
    list.own.folder = temporary;
    assertThatThrownBy(list::call)
        .isInstanceOf(StormdrainException.class)
        .hasMessageContaining("own.yaml")
        .hasMessageContaining("unknown key 'titel'");
  }

  private void write(String title, String is) throws IOException {
    Files.writeString(
        temporary.resolve("own.yaml"),
        """
        - id: till-locked
          on: [till.locked]
          stage: cause
          key: []
          severity: high
          opens: at-once
          resolves: [{quiet: 1h}]
          %s
          tests:
            - {after: [0s till.locked], is: %s}
        """
            .formatted(title, is));
  }

  private int run(Object command, String... arguments) {
    return new CommandLine(command).setOut(new PrintWriter(said, true)).execute(arguments);
  }
}
