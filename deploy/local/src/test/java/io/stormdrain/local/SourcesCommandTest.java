package io.stormdrain.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

final class SourcesCommandTest {

  @TempDir private Path folder;
  private final StringWriter err = new StringWriter();

  private int sources(String command, String... arguments) {
    List<String> all = new ArrayList<>(List.of("sources", command));
    all.addAll(Arrays.asList(arguments));
    all.addAll(List.of("--file", file().toString()));
    CommandLine line = Stormdrain.commandLine().setErr(new PrintWriter(err, true));
    return line.execute(all.toArray(String[]::new));
  }

  private Path file() {
    return folder.resolve("sources.yaml");
  }

  @Test
  void aSourceIsAddedRotatedAndRemoved() throws Exception {
    assertThat(sources("add", "shop", "--platform", "github", "--environment", "staging")).isZero();
    assertThat(Files.readString(file()))
        .contains("platform: github", "environment: \"staging\"")
        .containsPattern(
            "tokens: \\[\"sdt_[A-Za-z0-9_-]{43}\"]\n    secrets: \\[\"sdt_[A-Za-z0-9_-]{43}\"]");

    assertThat(sources("rotate", "shop")).isZero();
    assertThat(Files.readString(file())).containsPattern("tokens: \\[\"[^,]+\", \"[^,]+\"]");
    assertThat(sources("rotate", "shop", "--finish")).isZero();
    assertThat(Files.readString(file())).containsPattern("tokens: \\[\"[^,]+\"]");
    assertThat(sources("list")).isZero();

    assertThat(sources("remove", "shop")).isZero();
    assertThat(Files.readString(file())).doesNotContain("shop");
  }

  @Test
  void whatCannotBeDoneIsSaidInOneLine() {
    assertThat(sources("add", "shop", "--platform", "herokku")).isEqualTo(1);
    assertThat(sources("add", "shop", "--door", "logs.example.com")).isEqualTo(1);
    assertThat(sources("remove", "shop")).isEqualTo(1);

    assertThat(file()).doesNotExist();
    assertThat(err.toString().lines())
        .hasSize(3)
        .first()
        .asString()
        .startsWith("stormdrain: --platform herokku is not known; known are heroku, railway,");
  }
}
