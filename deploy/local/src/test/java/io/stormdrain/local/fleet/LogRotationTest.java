package io.stormdrain.local.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LogRotationTest {

  @TempDir private Path folder;

  @Test
  void aLargeLogBecomesTheOldOneAndItsWriterGoesOn() throws Exception {
    Path log = folder.resolve("kafka.log");
    try (var writer =
        Files.newOutputStream(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      writer.write("before\n".getBytes(StandardCharsets.UTF_8));

      LogRotation.rotate(folder, 6);
      writer.write("after\n".getBytes(StandardCharsets.UTF_8));
    }

    assertThat(log).hasContent("after");
    assertThat(folder.resolve("kafka.log.1")).hasContent("before");
  }

  @Test
  void aSmallLogIsLeftAlone() throws Exception {
    Path log = Files.writeString(folder.resolve("kafka.log"), "before");

    LogRotation.rotate(folder, 6);

    assertThat(log).hasContent("before");
  }
}
