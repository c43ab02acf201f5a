package io.stormdrain.notifier.slack;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Blocks as Slack's JSON. */
final class BlockJson {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private BlockJson() {}

  static ArrayNode of(List<Block> blocks) {
    ArrayNode array = JSON.arrayNode();
    blocks.forEach(block -> array.add(of(block)));
    return array;
  }

  static ObjectNode of(Block block) {
    return switch (block) {
      case Block.Header header -> {
        ObjectNode text = node("plain_text").put("text", header.text()).put("emoji", false);
        yield node("header").set("text", text);
      }
      case Block.Section section -> node("section").set("text", mrkdwn(section.text()));
      case Block.Context context -> {
        ObjectNode node = node("context");
        node.putArray("elements").add(mrkdwn(context.text()));
        yield node;
      }
      case Block.Actions actions -> actions(actions);
      case Block.RichText rich -> {
        ObjectNode node = node("rich_text");
        ArrayNode elements = node.putArray("elements");
        rich.elements().forEach(element -> elements.add(of(element)));
        yield node;
      }
    };
  }

  private static ObjectNode actions(Block.Actions actions) {
    ObjectNode node = node("actions");
    ArrayNode elements = node.putArray("elements");
    for (Press.Button button : actions.buttons()) {
      ObjectNode element =
          node("button").put("action_id", button.id()).put("value", actions.incident());
      element.set("text", node("plain_text").put("text", button.label()).put("emoji", false));
      elements.add(element);
    }
    return node;
  }

  private static ObjectNode of(Block.Element element) {
    return switch (element) {
      case Block.Element.Lines lines -> section(lines.pieces());
      case Block.Element.Bullets bullets -> {
        ObjectNode node = node("rich_text_list").put("style", "bullet");
        ArrayNode items = node.putArray("elements");
        bullets.items().forEach(item -> items.add(section(item)));
        yield node;
      }
      case Block.Element.Preformatted text -> {
        ObjectNode node = node("rich_text_preformatted");
        node.putArray("elements").add(node("text").put("text", text.text()));
        yield node;
      }
    };
  }

  private static ObjectNode section(List<Block.Piece> pieces) {
    ObjectNode node = node("rich_text_section");
    ArrayNode elements = node.putArray("elements");
    for (Block.Piece piece : pieces) {
      ObjectNode text = node("text").put("text", piece.text());
      switch (piece.style()) {
        case PLAIN -> {
          // Needs no word.
        }
        case BOLD -> text.putObject("style").put("bold", true);
        case CODE -> text.putObject("style").put("code", true);
      }
      elements.add(text);
    }
    return node;
  }

  /** Verbatim: addresses and channel names in log lines are not made into links. */
  private static ObjectNode mrkdwn(String text) {
    return node("mrkdwn").put("text", text).put("verbatim", true);
  }

  private static ObjectNode node(String type) {
    return JSON.objectNode().put("type", type);
  }
}
