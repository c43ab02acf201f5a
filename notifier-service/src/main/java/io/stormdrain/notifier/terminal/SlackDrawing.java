package io.stormdrain.notifier.terminal;

import io.stormdrain.notifier.slack.Block;
import io.stormdrain.notifier.slack.Block.Element;
import io.stormdrain.notifier.slack.Block.Piece;
import io.stormdrain.notifier.slack.SlackMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Draws with letters what Slack would show. Pure. */
final class SlackDrawing {

  private static final Pattern DATE = Pattern.compile("<!date\\^[^|>]*\\|([^>]*)>");
  private static final Pattern LINK = Pattern.compile("<([^|>]*)\\|([^>]*)>");

  private SlackDrawing() {}

  static List<String> lines(SlackMessage message) {
    List<String> lines = new ArrayList<>();
    for (Block block : message.blocks()) {
      if (!lines.isEmpty()) {
        lines.add("");
      }
      draw(block, lines);
    }
    return lines;
  }

  private static void draw(Block block, List<String> lines) {
    switch (block) {
      case Block.Header header -> lines.add(read(header.text()));
      case Block.Section section -> read(section.text()).lines().forEach(lines::add);
      case Block.Context context -> read(context.text()).lines().forEach(lines::add);
      case Block.Actions actions -> {
        // Nothing can be pressed here.
      }
      case Block.RichText rich -> rich.elements().forEach(element -> draw(element, lines));
    }
  }

  private static void draw(Element element, List<String> lines) {
    switch (element) {
      case Element.Lines text -> text(text.pieces()).lines().forEach(lines::add);
      case Element.Bullets bullets ->
          bullets.items().forEach(item -> lines.add("  • " + text(item)));
      case Element.Preformatted text ->
          text.text().lines().forEach(line -> lines.add("  ┆ " + line));
    }
  }

  private static String text(List<Piece> pieces) {
    return pieces.stream()
        .map(piece ->
            switch (piece.style()) {
              case PLAIN, BOLD -> piece.text();
              case CODE -> "`" + piece.text() + "`";
            })
        .collect(Collectors.joining());
  }

  /** What a reader sees of mrkdwn: times and links by their words, entities as characters. */
  private static String read(String mrkdwn) {
    String dated = DATE.matcher(mrkdwn).replaceAll("$1");
    return LINK.matcher(dated)
        .replaceAll("$2 $1")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&");
  }
}
