package io.stormdrain.notifier.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A stranger's text in Markdown. */
final class MarkdownTest {

  @ParameterizedTest
  @CsvSource({
    "all well, all well",
    "<script>, \\<script\\>",
    "[a](http://b), \\[a\\](http://b)",
    "*x* _y_ `z`, \\*x\\* \\_y\\_ \\`z\\`",
    "a|b, a\\|b",
    "&lt;, \\&lt;",
  })
  void meansNothingButItself(String said, String written) {
    assertThat(Markdown.plain(said)).isEqualTo(written);
  }

  @Test
  void cannotLeaveItsLine() {
    assertThat(Markdown.plain("a\n# b\u202e\u001b[31m")).isEqualTo("a \\# b");
  }

  @Test
  void codeIsInMoreTicksThanItHas() {
    assertThat(Markdown.code("heroku logs")).isEqualTo("`heroku logs`");
    assertThat(Markdown.code("a ``b` c")).isEqualTo("```a ``b` c```");
    assertThat(Markdown.code("`")).isEqualTo("`` ` ``");
  }

  @Test
  void aBlockCannotBeClosedFromWithin() {
    assertThat(new Markdown().block(List.of("one", "````", "<b>")).toString())
        .isEqualTo("`````\none\n````\n<b>\n`````\n\n");
    assertThat(new Markdown().block(List.of("one")).toString()).isEqualTo("```\none\n```\n\n");
  }
}
