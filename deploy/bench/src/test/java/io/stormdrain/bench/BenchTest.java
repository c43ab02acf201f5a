package io.stormdrain.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

final class BenchTest {

  private final StringWriter output = new StringWriter();
  private final CommandLine command =
      new CommandLine(new Bench())
          .setCaseInsensitiveEnumValuesAllowed(true)
          .setOut(new PrintWriter(output))
          .setErr(new PrintWriter(output));

  @Test
  void helpNamesAllThatCanBeMeasured() {
    assertThat(command.execute("--help")).isZero();
    assertThat(output.toString())
        .contains("INGEST", "REDACT", "SCANNER", "PARSE", "ANALYZER", "NOTIFIER", "APPS", "LATENCY")
        .contains("DELIVERY", "MEMORY");
  }

  @Test
  void anUnknownMeasureIsRefused() {
    assertThat(command.execute("--only", "speed")).isEqualTo(2);
    assertThat(output.toString()).contains("speed");
  }
}
