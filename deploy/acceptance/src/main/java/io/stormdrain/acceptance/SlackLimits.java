package io.stormdrain.acceptance;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Slack's documented limits of a message, and the one that is not documented: 13.2k characters over
 * all blocks.
 */
final class SlackLimits {

  private static final int MAX_BLOCKS = 50;
  private static final int MAX_SECTION = 3_000;
  private static final int MAX_HEADER = 150;
  private static final int MAX_TEXT = 40_000;
  private static final int MAX_ALL = 13_200;

  private SlackLimits() {}

  /** What Slack would not take of it, empty when it would. */
  static String fault(JsonNode message) {
    if (message.path("text").asText().isEmpty()) {
      return "no_text";
    }
    if (message.path("text").asText().length() > MAX_TEXT) {
      return "msg_too_long";
    }
    String blocks = blocksFault(message.path("blocks"));
    for (JsonNode attachment : message.path("attachments")) {
      blocks = blocks.isEmpty() ? blocksFault(attachment.path("blocks")) : blocks;
    }
    return blocks.isEmpty() && mentions(message.toString()) ? "mention" : blocks;
  }

  private static String blocksFault(JsonNode blocks) {
    if (blocks.size() > MAX_BLOCKS) {
      return "too many blocks";
    }
    if (blocks.toString().length() > MAX_ALL * 2) {
      return "msg_blocks_too_long";
    }
    for (JsonNode block : blocks) {
      int length = block.path("text").path("text").asText().length();
      boolean header = block.path("type").asText().equals("header");
      if (length > (header ? MAX_HEADER : MAX_SECTION)) {
        return "text too long in " + block.path("type").asText();
      }
      if (header && !block.path("text").path("type").asText().equals("plain_text")) {
        return "header must be plain_text";
      }
    }
    return "";
  }

  /** Log text must not ping anybody. */
  private static boolean mentions(String payload) {
    return payload.contains("<!channel") || payload.contains("<!here") || payload.contains("<@U");
  }
}
