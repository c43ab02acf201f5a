package io.stormdrain.analyzer.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stormdrain.analyzer.classify.Shipped;
import io.stormdrain.analyzer.signature.LinePattern;
import io.stormdrain.analyzer.signature.Signature;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is found in a few steps is what RE2/J finds. */
final class ExpressionTest {

  private static final String SHIPPED_AS = "Regex";

  private static final List<String> SOURCES =
      List.of(
          "ab",
          "a|ab|b",
          "(?:ab|a)(b?)",
          "(a+)(a*)b",
          "(a+?)(a*)b",
          "a*?b",
          "(?P<x>[^b]*)b(?P<y>.*)",
          "^a|b$",
          "(?:^|[ .])a",
          "\\bab\\b",
          "\\Ba",
          "a{2}",
          "a{2,}",
          "a{1,2}?b",
          "(?:ab){1,2}b",
          "(?:ab|b)*a",
          "(?:a|b)+?b",
          "(?:(a)|b)*",
          "(?i)AB",
          "(?i:A)b",
          "[\\w.-]+\\.(?:a|b)",
          "[^\\s.]+",
          "\\S+ \\d?",
          "(?:[a.]+ )?b",
          ".+b",
          "é+|[‘’é]a",
          "[^é]b",
          "(a|b) (a|b)(?: (a|b))?$",
          "",
          "a?b",
          "(?:ab)?b",
          "a{0,2}bb",
          "[^a]b",
          "a[^b]a",
          "[^a][^b]a",
          "(?:^|[^a])b?a",
          "^a?b",
          "(?:^ab|b a|^)a",
          "a*(?:^|b)a",
          "(?:aa|ab|b\\.)(?:a|$)",
          "b?$",
          "(?:a?)*b",
          "(?:a?){0,3}b");

  @Property(tries = 5_000)
  void findsWhatRe2Finds(@ForAll("sources") String source, @ForAll("texts") String text) {
    same(Expression.of(source), text);
    same(Expression.of(source, true), text);
  }

  @Provide
  Arbitrary<String> sources() {
    return Arbitraries.of(SOURCES);
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings()
        .withChars("aabbAB . \né’")
        .withChars('\ud83d', '\ude00')
        .ofMaxLength(12);
  }

  @Test
  void findsWhatRe2FindsForAllThatIsShipped() {
    List<Signature> signatures = Shipped.catalogue().signatures();
    List<Signature.Sample> samples =
        signatures.stream().flatMap(s -> s.matches().stream()).toList();
    for (Signature signature : signatures) {
      for (LinePattern pattern : signature.patterns()) {
        if (SHIPPED_AS.equals(pattern.getClass().getSimpleName())) {
          Expression expression = Expression.of(pattern.source(), signature.ignoreCase());
          assertThat(expression.isSlow()).as(pattern.source()).isFalse();
          signature.matches().forEach(sample -> same(expression, sample.line()));
          samples.stream()
              .filter(sample -> sample.line().length() % 7 == 0)
              .forEach(sample -> same(expression, sample.line()));
        }
      }
    }
  }

  @Test
  void whatWouldTakeTooManyStepsIsFoundAllTheSame() {
    Expression expression = Expression.of("(?P<all>(?:a|aa)+)(?P<end>[bc])$");

    assertThat(expression.find("a".repeat(3_000))).isNull();
    Found found = expression.find("x" + "a".repeat(3_000) + "c");
    assertThat(found).isNotNull();
    assertThat(found.group("all")).hasSize(3_000);
    assertThat(found.group("end")).isEqualTo("c");
  }

  @Test
  void whatIsNoExpressionIsRefused() {
    assertThatThrownBy(() -> Expression.of("(a")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aGroupThatTookNoPartHoldsNothing() {
    Found found = Expression.of("(?P<one>a)|(?P<other>b)").find("cb");

    assertThat(found).isNotNull();
    assertThat(found.group("one")).isNull();
    assertThat(found.group("other")).isEqualTo("b");
    assertThat(found.start()).isEqualTo(1);
    assertThat(found.end()).isEqualTo(2);
    assertThatThrownBy(() -> found.group("third")).hasMessageContaining("no group third");
  }

  private static void same(Expression expression, String text) {
    assertThat(places(expression.find(text)))
        .as("%s in '%s'", expression.source(), text)
        .isEqualTo(places(expression.findWithPatience(text)));
  }

  private static @Nullable String places(@Nullable Found found) {
    return found == null ? null : found.toString();
  }
}
