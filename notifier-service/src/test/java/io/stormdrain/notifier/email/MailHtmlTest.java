package io.stormdrain.notifier.email;

import static org.assertj.core.api.Assertions.assertThat;

import io.stormdrain.notifier.message.Message;
import io.stormdrain.notifier.message.Notice;
import io.stormdrain.notifier.message.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The HTML of mails; it is also written to target/mails, to be looked at in a browser. */
final class MailHtmlTest {

  private static final Path FOLDER = Path.of("target", "mails");
  private static final Pattern TAG = Pattern.compile("<([A-Za-z][^\\s>]*)");
  private static final Pattern ATTRIBUTE = Pattern.compile("<[^<>]*?\\s([a-z-]+)=\"[^\"]*\"");

  /** None of them fetches or runs anything. */
  private static final List<String> TAGS =
      List.of(
          "html", "head", "meta", "title", "body", "table", "tr", "td", "div", "b", "ul", "li",
          "code", "pre", "a");

  private static final List<String> ATTRIBUTES =
      List.of(
          "lang",
          "charset",
          "name",
          "content",
          "style",
          "role",
          "cellpadding",
          "cellspacing",
          "width",
          "align",
          "href");

  @Test
  void linksToThePageOfTheClass() {
    assertThat(MailHtml.of(Trouble.crashLoop().explained(Notice.OPENED)))
        .contains("href=\"https://docs.example.org/stormdrain/classes/missing-module.md\"");
    assertThat(MailHtml.of(Trouble.crashLoop().message(Notice.OPENED)))
        .doesNotContain("More about it");
  }

  @Test
  void nothingIsFetchedAndNothingRuns() throws IOException {
    Files.createDirectories(FOLDER);
    for (Map.Entry<String, Message> message : messages().entrySet()) {
      String html = MailHtml.of(message.getValue());
      Files.writeString(FOLDER.resolve(message.getKey() + ".html"), html);

      assertThat(TAG.matcher(html).results().map(tag -> tag.group(1)).distinct())
          .as(message.getKey())
          .isSubsetOf(TAGS);
      assertThat(ATTRIBUTE.matcher(html).results().map(name -> name.group(1)).distinct())
          .as(message.getKey())
          .isSubsetOf(ATTRIBUTES);
      assertThat(html).as(message.getKey()).doesNotContain("url(", "@import");
    }
  }

  static Map<String, Message> messages() {
    Map<String, Message> messages = new LinkedHashMap<>();
    messages.put("opened", Trouble.crashLoop().message(Notice.OPENED));
    messages.put("acknowledged", Trouble.crashLoop().acknowledgedBy("ann").message(Notice.UPDATED));
    messages.put(
        "resolved",
        Trouble.crashLoop()
            .sees("process.up", "web.1", null, Map.of(), "State changed from starting to up")
            .after(Duration.ofMinutes(9))
            .message(Notice.RESOLVED));
    messages.put("storm", Trouble.dependencyStorm(40).message(Notice.OPENED));
    messages.put("hostile", hostile());
    return messages;
  }

  private static Message hostile() {
    return new Trouble("shop-with-a-very-long-name-that-somebody-thought-was-a-good-idea")
        .sees(
            "module.missing",
            "web.1",
            "<img src=x onerror=alert(1)>",
            Map.of("module", "<img src=x onerror=alert(1)>"),
            "ModuleNotFoundError: <script>alert('&amp;')</script> " + "x".repeat(280),
            "Add <b>this</b> & that: heroku logs --app shop; then look: https://example.org/"
                + "y".repeat(150))
        .message(Notice.OPENED);
  }
}
