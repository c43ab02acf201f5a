package io.stormdrain.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSourcesTest {
  private static final String YAML =
      """
      sources:
        - {id: shop, app: shop, platform: heroku, tokens: [TOKEN]}
      """;
  private static final String OLD = "old-token-0123456789";
  private static final String NEW = "new-token-0123456789";

  @TempDir Path folder;

  @Test
  void aChangeIsTaken() throws Exception {
    FileSources sources = new FileSources(written(OLD));

    written(NEW);

    assertThat(sources.reload()).isEqualTo(SourcesReload.TAKEN);
    assertThat(sources.owning(SourceToken.shown(NEW))).isNotNull();
    assertThat(sources.owning(SourceToken.shown(OLD))).isNull();
  }

  @Test
  void nothingHappensWithoutAChange() throws Exception {
    FileSources sources = new FileSources(written(OLD));

    assertThat(sources.reload()).isEqualTo(SourcesReload.UNCHANGED);
  }

  @Test
  void aBadFileLeavesTheOldSourcesInForceAndIsReportedOnce() throws Exception {
    FileSources sources = new FileSources(written(OLD));

    written("short");

    assertThat(sources.reload()).isEqualTo(SourcesReload.REFUSED);
    assertThat(sources.reload()).isEqualTo(SourcesReload.UNCHANGED);
    assertThat(sources.owning(SourceToken.shown(OLD))).isNotNull();
    assertThat(sources.refusal()).contains(":2: token of 5 characters");
  }

  @Test
  void aFileThatGoesAwayLeavesTheOldSourcesInForce() throws Exception {
    FileSources sources = new FileSources(written(OLD));

    Files.delete(folder.resolve("sources.yaml"));

    assertThat(sources.reload()).isEqualTo(SourcesReload.REFUSED);
    assertThat(sources.reload()).isEqualTo(SourcesReload.UNCHANGED);
    assertThat(sources.owning(SourceToken.shown(OLD))).isNotNull();
  }

  @Test
  void theOldFileComingBackEndsTheRefusal() throws Exception {
    FileSources sources = new FileSources(written(OLD));
    written("short");
    sources.reload();

    written(OLD);

    assertThat(sources.reload()).isEqualTo(SourcesReload.TAKEN);
    assertThat(sources.refusal()).isNull();
  }

  @Test
  void aMissingFileRefusesToStart() {
    assertThatExceptionOfType(UnusableSourcesException.class)
        .isThrownBy(() -> new FileSources(folder.resolve("none.yaml")))
        .withMessageEndingWith("none.yaml: does not exist");
  }

  @Test
  void aTokenDoesNotShowItself() {
    assertThat(SourceToken.shown(OLD)).hasToString("SourceToken(hidden)");
  }

  private Path written(String token) throws IOException {
    return Files.writeString(folder.resolve("sources.yaml"), YAML.replace("TOKEN", token));
  }
}
