package io.stormdrain.ingest.redact;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Logs of one's own without secrets: {@code -Dredact.healthy=FOLDER}. */
@EnabledIfSystemProperty(named = "redact.healthy", matches = ".+")
class HealthyFolderTest {
  private final Redaction redaction = new Redactor(false, false).begin();
  private final List<String> hit = new ArrayList<>();

  @Test
  void leavesTheLinesOfAFolderAlone() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of(System.getProperty("redact.healthy")))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        new String(Files.readAllBytes(file), UTF_8).lines().forEach(line -> look(file, line));
      }
    }
    assertThat(hit).isEmpty();
  }

  private void look(Path file, String line) {
    byte[] bytes = line.getBytes(UTF_8);
    byte[] redacted = redaction.of(bytes);
    if (redaction.found()) {
      hit.add(file + ": " + new String(redacted, UTF_8));
    }
  }
}
