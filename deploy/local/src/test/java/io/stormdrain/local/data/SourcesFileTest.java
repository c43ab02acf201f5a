package io.stormdrain.local.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SourcesFileTest {

  @TempDir private Path folder;
  private Path file;
  private SourcesFile sources;

  @BeforeEach
  void name() {
    file = folder.resolve("sources.yaml");
    sources = new SourcesFile(file);
  }

  @Test
  void aNewSourceGetsATokenOf256RandomBits() throws Exception {
    Source source = sources.add("shop");

    String token = source.tokens().getFirst().reveal();
    assertThat(token).matches("sdt_[A-Za-z0-9_-]{43}");
    assertThat(Files.readString(file))
        .endsWith(
            """
            sources:
              - id: "shop"
                app: "shop"
                platform: heroku
                environment: "production"
                tokens: ["%s"]
            """
                .formatted(token));
    assertThat(source.toString()).doesNotContain(token);
  }

  @Test
  void theFileIsItsOwnersAlone() throws Exception {
    sources.add("shop");

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void whatPeopleWroteStays() throws Exception {
    Files.writeString(
        file,
        """
        # ours
        sources:
          - {id: one, app: first, platform: heroku, tokens: [abc, def]}  # rotating\
        """);

    sources.add("second");

    assertThat(Files.readString(file)).startsWith("# ours\n").contains("# rotating\n  - id: ");
    assertThat(sources.first().orElseThrow().app()).isEqualTo("first");
    assertThat(sources.find("first").orElseThrow().tokens()).hasSize(2);
    assertThat(sources.find("second")).isPresent();
  }

  @Test
  void aLayoutThatCannotBeAppendedToIsLeftAlone() throws Exception {
    String text = "sources: [{id: one, app: first, tokens: [abc]}]\n";
    Files.writeString(file, text);

    assertThatThrownBy(() -> sources.add("second")).hasMessageContaining(file.toString());
    assertThat(Files.readString(file)).isEqualTo(text);
  }

  @Test
  void namesThatLookLikeOtherThingsStayNames() {
    sources.add("12");
    sources.add("no");

    assertThat(sources.find("12")).isPresent();
    assertThat(sources.find("no")).isPresent();
  }

  @Test
  void aNameThatCannotBeOneIsRefused() {
    assertThatThrownBy(() -> sources.add("a\": x")).hasMessageContaining("cannot be an app's name");
    assertThatThrownBy(() -> sources.add("")).hasMessageContaining("cannot be an app's name");
    assertThat(file).doesNotExist();
  }

  @Test
  void anIdIsGivenOnce() throws Exception {
    Files.writeString(file, "sources:\n  - {id: shop, app: other, tokens: [abc]}\n");

    assertThatThrownBy(() -> sources.add("shop")).hasMessageContaining("has a source shop already");
  }

  @Test
  void aFileThatMakesNoSenseIsNamed() throws Exception {
    Files.writeString(file, "sources: [");
    assertThatThrownBy(() -> sources.find("x")).hasMessage(file + " is not YAML");

    Files.writeString(file, "sources:\n  - app: shop\n");
    assertThatThrownBy(() -> sources.find("x"))
        .hasMessage(file + ": every source needs an id, an app and a list of tokens");
  }

  private static final String TWO =
      """
      # ours
      sources:
        - id: one     # the first
          app: first
          tokens: [abc]
        # and
        - {id: two, app: second, tokens: [def, ghi]}
      """;

  @Test
  void ofTwoTokensTheNewestStays() throws Exception {
    Files.writeString(file, TWO);

    Source rotated = sources.rotate("one");
    assertThat(rotated.tokens()).extracting(Token::reveal).hasSize(2).endsWith("abc");
    String fresh = rotated.tokens().getFirst().reveal();
    assertThat(Files.readString(file))
        .isEqualTo(TWO.replace("[abc]", "[\"%s\", \"abc\"]".formatted(fresh)));

    sources.settle("one");
    assertThat(Files.readString(file)).isEqualTo(TWO.replace("[abc]", "[\"" + fresh + "\"]"));
  }

  @Test
  void aTokenIsNeverThirdInLine() throws Exception {
    Files.writeString(file, TWO);

    assertThat(sources.rotate("two").tokens()).hasSize(2).last().hasToString("(hidden)");
    assertThat(Files.readString(file)).contains("\"def\"").doesNotContain("ghi");
  }

  @Test
  void whatIsRemovedIsGoneAndTheRestStays() throws Exception {
    Files.writeString(file, TWO);

    sources.remove("two");
    assertThat(Files.readString(file)).isEqualTo(TWO.substring(0, TWO.indexOf("  - {id")));
    sources.remove("one");
    assertThat(Files.readString(file)).startsWith("# ours\nsources: []\n");
    assertThat(sources.all()).isEmpty();

    assertThat(sources.add("third").app()).isEqualTo("third");
    assertThat(sources.all()).hasSize(1);
  }

  @Test
  void whatIsWrittenOtherwiseIsLeftAlone() throws Exception {
    String text = "sources:\n  - id: one\n    app: first\n    tokens:\n      - abc\n";
    Files.writeString(file, text);

    assertThatThrownBy(() -> sources.rotate("one")).hasMessageContaining("[...]");
    assertThatThrownBy(() -> sources.rotate("none")).hasMessageContaining("no source none");
    assertThatThrownBy(() -> sources.remove("none")).hasMessageContaining("no source none");
    assertThat(Files.readString(file)).isEqualTo(text);
  }
}
