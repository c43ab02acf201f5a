package io.stormdrain.analyzer.signature;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

final class ScannerTest {

  /** Few letters, so that literals and their parts come up in the text by chance. */
  private static final Arbitrary<String> LETTERS =
      Arbitraries.strings().withChars("abAB (").ofMinLength(0).ofMaxLength(60);

  @Property(tries = 3_000)
  void findsExactlyWhatContainsFinds(
      @ForAll("literals") List<String> literals, @ForAll("texts") String text) {
    List<Signature> signatures = new ArrayList<>();
    for (int i = 0; i < literals.size(); i++) {
      signatures.add(signature("s" + i, literals.get(i), i % 3 == 0));
    }
    Scanner scanner = new Scanner(signatures);
    Hits hits = scanner.hits();
    byte[] bytes = text.getBytes(UTF_8);

    scanner.scan(bytes, 0, bytes.length, hits);

    for (int i = 0; i < literals.size(); i++) {
      assertThat(hits.next(i) == i)
          .as("literal '%s' in '%s'", literals.get(i), text)
          .isEqualTo(contains(text, literals.get(i), i % 3 == 0));
    }
  }

  @Provide
  Arbitrary<List<String>> literals() {
    return Arbitraries.strings()
        .withChars("abAB (")
        .ofMinLength(Scanner.SHORTEST)
        .ofMaxLength(14)
        .list()
        .ofMinSize(1)
        .ofMaxSize(90);
  }

  @Provide
  Arbitrary<String> texts() {
    return LETTERS;
  }

  @Test
  void findsALiteralAtBothEndsOfTheText() {
    Scanner scanner = new Scanner(List.of(signature("a", "Error R14", false)));
    for (String text : List.of("Error R14", "x Error R14", "Error R14 x", "xxxxxError R14")) {
      Hits hits = scanner.hits();
      scanner.scan(text.getBytes(UTF_8), 0, text.length(), hits);
      assertThat(hits.isEmpty()).as(text).isFalse();
    }
  }

  @Test
  void aLiteralThatIsTiedToTheEndIsFoundNowhereElse() {
    Scanner scanner = new Scanner(List.of(regex("a", " 500\n")));
    for (String text : List.of("GET /cart 500", " 500")) {
      assertThat(isHit(scanner, text)).as(text).isTrue();
    }
    for (String text : List.of("GET /cart 500 ", "x500", "500", "")) {
      assertThat(isHit(scanner, text)).as(text).isFalse();
    }
  }

  private static boolean isHit(Scanner scanner, String text) {
    Hits hits = scanner.hits();
    scanner.scan(text.getBytes(UTF_8), 0, text.length(), hits);
    return !hits.isEmpty();
  }

  private static Signature regex(String id, String literal) {
    return signature(id, Regex.of("500", List.of(literal), false), false);
  }

  @Test
  void staysWithinTheGivenRange() {
    Scanner scanner = new Scanner(List.of(signature("a", "Error R14", false)));
    Hits hits = scanner.hits();
    byte[] text = "__Error R14__".getBytes(UTF_8);
    scanner.scan(text, 3, text.length, hits);
    scanner.scan(text, 0, 10, hits);
    assertThat(hits.isEmpty()).isTrue();
  }

  @Test
  void refusesALiteralThatWouldBeFoundEverywhere() {
    assertThatThrownBy(() -> new Scanner(List.of(signature("tiny", "abc", false))))
        .hasMessageContaining("signature 'tiny': literal 'abc' is shorter than 4 bytes");
  }

  private static boolean contains(String text, String literal, boolean ignoreCase) {
    return ignoreCase
        ? text.toLowerCase(Locale.ROOT).contains(literal.toLowerCase(Locale.ROOT))
        : text.contains(literal);
  }

  static Signature signature(String id, String literal, boolean ignoreCase) {
    return signature(id, Template.of(literal, ignoreCase), ignoreCase);
  }

  private static Signature signature(String id, LinePattern pattern, boolean ignoreCase) {
    return new Signature(
        id,
        Scope.ANY,
        List.of(pattern),
        Map.of(),
        "thing.seen",
        List.of(),
        null,
        List.of(),
        null,
        false,
        Guard.NONE,
        ignoreCase,
        List.of(),
        List.of(),
        "test");
  }
}
