package io.stormdrain.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The script, without building anything. */
@Timeout(value = 1, unit = TimeUnit.MINUTES)
final class ScriptTest {

  private static final Path SCRIPT = Path.of(System.getProperty("stormdrain.root"), "stormdrain");

  @TempDir private Path temporary;
  private Path bin;

  /** A PATH with everything that the script may use, but neither Java nor Maven. */
  @BeforeEach
  void gatherTools() throws IOException {
    bin = Files.createDirectory(temporary.resolve("bin"));
    for (String tool : List.of("cat", "dirname", "grep", "head", "readlink", "sed", "sh", "sort")) {
      Path found =
          Stream.of("/bin", "/usr/bin")
              .map(folder -> Path.of(folder, tool))
              .filter(Files::exists)
              .findFirst()
              .orElseThrow();
      Files.createSymbolicLink(bin.resolve(tool), found);
    }
  }

  private record Result(int status, String output) {}

  private Result run(Path script, String... args) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(Stream.concat(Stream.of(script.toString()), Stream.of(args)).toList())
            .directory(temporary.toFile())
            .redirectErrorStream(true);
    builder
        .environment()
        .putAll(Map.of("PATH", bin.toString(), "JAVA_HOME", System.getProperty("java.home")));
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Result(process.waitFor(), output);
  }

  private void fakeMaven(String version) throws IOException {
    Path maven = bin.resolve("mvn");
    Files.writeString(maven, "#!/bin/sh\necho 'Apache Maven %s (x)'\n".formatted(version));
    Files.setPosixFilePermissions(maven, PosixFilePermissions.fromString("rwx------"));
  }

  @Test
  void helpsWithoutAnythingBuiltFromAnywhereAndThroughLinks() throws Exception {
    Path links = Files.createDirectories(temporary.resolve("my links"));
    Path second = Files.createSymbolicLink(links.resolve("second"), SCRIPT);
    Path first = Files.createSymbolicLink(links.resolve("first"), second.getFileName());

    Result help = run(first, "help");

    assertThat(help.status()).isZero();
    assertThat(help.output()).contains("Usage: ./stormdrain COMMAND");
    assertThat(run(SCRIPT)).isEqualTo(help);
    assertThat(run(SCRIPT, "--help")).isEqualTo(help);
  }

  @Test
  void saysInOneLineThatMavenIsMissing() throws Exception {
    Result test = run(SCRIPT, "test");

    assertThat(test.status()).isEqualTo(2);
    assertThat(test.output().lines())
        .singleElement()
        .asString()
        .startsWith("stormdrain: Maven is missing: install Maven 3.8.7 or newer");
  }

  @Test
  void saysInOneLineThatMavenIsTooOld() throws Exception {
    for (String old : List.of("3.6.3", "3.8.6", "2.11.9")) {
      fakeMaven(old);

      assertThat(run(SCRIPT, "test").output())
          .isEqualTo("stormdrain: Maven " + old + " is too old: install Maven 3.8.7 or newer\n");
    }
  }

  @Test
  void takesMavenAsOldAsNeededAndNewer() throws Exception {
    for (String good : List.of("3.8.7", "3.10.1", "4.0.0")) {
      fakeMaven(good);

      assertThat(run(SCRIPT, "test")).isEqualTo(new Result(0, "Apache Maven " + good + " (x)\n"));
    }
  }
}
