package io.stormdrain.notifier.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.stormdrain.notifier.message.HostileText;
import io.stormdrain.notifier.message.Message;
import io.stormdrain.notifier.message.Notice;
import io.stormdrain.notifier.message.Trouble;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class SlackMessageTest {

  private static final JsonMapper JSON = new JsonMapper();

  /** An ampersand that begins no entity, or a bracket that is none of ours. */
  private static final Pattern UNESCAPED =
      Pattern.compile("&(?!(?:amp|lt|gt);)|<(?!!date\\^[0-9]+\\^|https://stormdrain)");

  @Test
  void saysItAllInBlocks() {
    String blocks = blocks(Trouble.crashLoop().message(Notice.OPENED)).toString();

    assertThat(blocks)
        .contains("\"type\":\"header\"", "🔴 Critical: web.1 cannot start: module")
        .contains("<!date^1770732215^{date_short_pretty} {time_secs}|2026-02-10 14:03:35 UTC>")
        .contains("strong suspect: v43")
        .contains("Crash loop: web.1 has died 6 times in a row")
        .contains(
            "{\"type\":\"text\",\"text\":\"heroku rollback --app shop\",\"style\":{\"code\":true}}")
        .contains("beautifulsoup4  # bs4")
        .contains("No module named 'typer'")
        .contains("<https://stormdrain.example.org/incidents/INC-17|INC-17>");
  }

  @Test
  void linksToThePageOfTheClass() {
    assertThat(blocks(Trouble.crashLoop().explained(Notice.OPENED)).toString())
        .contains("<https://docs.example.org/stormdrain/classes/missing-module.md|More about it>");
  }

  @Test
  void allTwentyNinePackagesFit() {
    String blocks = blocks(Trouble.dependencyStorm(29).message(Notice.OPENED)).toString();

    assertThat(blocks).contains("package-1\\n", "package-29\"");
  }

  @Test
  void thePlainFormIsTextAlone() {
    SlackMessage plain = SlackMessage.plain(Trouble.crashLoop().message(Notice.OPENED));

    assertThat(plain.blocks()).isEmpty();
    assertThat(plain.text()).contains("What to do:", "heroku rollback --app shop");
  }

  @Property(tries = 300)
  void staysWithinSlacksLimitsWhateverTheLogSays(@ForAll("hostile") Message message)
      throws JsonProcessingException {
    JsonNode blocks = JSON.readTree(blocks(message).toString());

    assertThat(blocks.toString().length()).isLessThanOrEqualTo(12_000);
    assertThat(blocks.size()).isBetween(2, 50);
    blocks
        .findParents("emoji")
        .forEach(header -> assertThat(header.path("text").asText().length()).isBetween(1, 150));
    for (JsonNode block : blocks) {
      if (block.path("type").asText().equals("section")) {
        assertThat(block.path("text").path("text").asText().length()).isLessThanOrEqualTo(3_000);
      }
    }
    assertThat(blocks.findValues("text"))
        .filteredOn(JsonNode::isTextual)
        .extracting(JsonNode::asText)
        .noneMatch(String::isEmpty);
  }

  @Property(tries = 300)
  void callsNobodyAndLinksNowhereWhateverTheLogSays(@ForAll("hostile") Message message) {
    SlackMessage rendered = SlackMessage.of(message);
    String all = rendered.text() + BlockJson.of(rendered.blocks());

    assertThat(all).doesNotContain("<!c", "<!h", "<!e", "<@", "<#", "<https://evil");
  }

  @Property(tries = 300)
  void escapesAllOfWhatIsParsedAndCutsNoEntity(@ForAll("hostile") Message message) {
    SlackMessage rendered = SlackMessage.of(message);

    assertThat(parsed(rendered)).noneMatch(text -> UNESCAPED.matcher(text).find());
    assertThat(SlackMessage.plain(message).text()).doesNotContainPattern(UNESCAPED);
    assertThat(SlackMessage.reply(message)).doesNotContainPattern(UNESCAPED);
  }

  @Property
  void escapedTextIsNeverLongerThanAskedForNorBroken(
      @ForAll("text") String text, @ForAll @IntRange(min = 5, max = 60) int most) {
    String escaped = SlackText.escape(text, most);

    assertThat(escaped.length()).isLessThanOrEqualTo(most);
    assertThat(escaped).doesNotContainPattern("&(?!(?:amp|lt|gt);)|[<>]");
    assertThat(
            Character.isHighSurrogate(
                escaped.isEmpty() ? 'x' : escaped.charAt(escaped.length() - 1)))
        .isEqualTo(
            !text.isEmpty()
                && escaped.equals(SlackText.escape(text))
                && Character.isHighSurrogate(text.charAt(text.length() - 1)));
  }

  @Provide
  Arbitrary<Message> hostile() {
    return HostileText.messages();
  }

  @Provide
  Arbitrary<String> text() {
    return HostileText.any();
  }

  private static JsonNode blocks(Message message) {
    return BlockJson.of(SlackMessage.of(message).blocks());
  }

  /** Texts in which Slack looks for markup. */
  private static List<String> parsed(SlackMessage message) {
    return Stream.concat(
            Stream.of(message.text()), message.blocks().stream().flatMap(SlackMessageTest::parsed))
        .toList();
  }

  private static Stream<String> parsed(Block block) {
    return switch (block) {
      case Block.Header header -> Stream.of(header.text());
      case Block.Section section -> Stream.of(section.text());
      case Block.Context context -> Stream.of(context.text());
      case Block.Actions actions -> Stream.empty();
      case Block.RichText rich -> Stream.empty();
    };
  }
}
