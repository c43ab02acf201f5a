package io.stormdrain.analyzer.signature;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.io.ByteArrayInputStream;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The README explains catalogue files as they are read. */
final class ReadmeCatalogueTest {

  private final String readme;

  ReadmeCatalogueTest() throws Exception {
    Path root = Path.of(System.getProperty("stormdrain.root"));
    readme = Files.readString(root.resolve("analyzer-service/README.md"));
  }

  @Test
  void itsExampleCanBeRead() {
    String begin = "```yaml\n";
    int from = readme.indexOf(begin) + begin.length();
    String example = readme.substring(from, readme.indexOf("```", from));

    Catalogue catalogue =
        new CatalogueReader()
            .read("README.md", new ByteArrayInputStream(example.getBytes(UTF_8)))
            .catalogue();

    assertThat(catalogue.signatures()).hasSize(1);
  }

  @Test
  void itExplainsEveryKey() {
    for (RecordComponent key : SignatureFile.class.getRecordComponents()) {
      JsonProperty written = key.getAccessor().getAnnotation(JsonProperty.class);
      String name = written == null ? key.getName() : written.value();

      assertThat(readme).containsPattern("(?m)(^[- ] " + name + ":)|`" + name + "`");
    }
  }

  @Test
  void itExplainsEveryTypeOfField() {
    for (CaptureType type : CaptureType.values()) {
      assertThat(readme).contains("`" + type.name().toLowerCase(Locale.ROOT) + "`");
    }
  }
}
