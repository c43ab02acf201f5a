package io.stormdrain.notifier.slack;

import io.stormdrain.notifier.incident.IncidentState;
import io.stormdrain.notifier.message.InWords;
import io.stormdrain.notifier.message.Listing;
import io.stormdrain.notifier.message.Message;
import io.stormdrain.notifier.message.PlainText;
import io.stormdrain.notifier.message.Step;
import io.stormdrain.notifier.slack.Block.Element;
import io.stormdrain.notifier.slack.Block.Piece;
import io.stormdrain.notifier.slack.Block.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A message as Slack shows it. Pure. Text from logs stands in rich text, where nothing is parsed;
 * what stands in mrkdwn is escaped.
 *
 * @param text what is shown where blocks are not, as in push notifications; escaped
 * @param blocks the message; empty in the plain form, which is all text
 */
public record SlackMessage(String text, List<Block> blocks) {

  private static final int LONGEST_TEXT = 3_000;
  private static final int LONGEST_NAME = 300;
  private static final int LONGEST_ACCOUNT = 1_000;
  private static final int LONGEST_ENTRY = 180;

  public SlackMessage {
    blocks = List.copyOf(blocks);
  }

  /** The message in full. */
  public static SlackMessage of(Message message) {
    return of(message, List.of());
  }

  /** The message in full, with buttons. */
  static SlackMessage of(Message message, List<Press.Button> buttons) {
    Layout layout = new Layout(new Block.Context(footer(message)));
    layout.add(
        new Block.Header(
            SlackText.escape(lamp(message) + " " + message.headline(), Block.Header.LONGEST)));
    layout.add(new Block.Section(facts(message)));
    if (!buttons.isEmpty()) {
      layout.add(new Block.Actions(buttons, message.label()));
    }
    List<Element> chain = chain(message);
    layout.add(chain, Block.RichText::new);
    layout.add(
        message.steps(),
        steps ->
            titled(
                "What to do",
                new Element.Bullets(steps.stream().map(SlackMessage::pieces).toList())));
    for (Listing listing : message.listings()) {
      layout.add(listing.lines(), lines -> titled(listing.title(), preformatted(lines)));
    }
    layout.add(message.evidence(), lines -> titled("Log lines", preformatted(lines)));
    layout.add(message.history(), entries -> new Block.Context(history(entries)));
    return new SlackMessage(summary(message), layout.blocks());
  }

  /** The message for when Slack refuses the blocks: text, nothing else. */
  public static SlackMessage plain(Message message) {
    return new SlackMessage(SlackText.escape(PlainText.of(message), LONGEST_TEXT), List.of());
  }

  /** What the thread is told: one line. */
  static String reply(Message message) {
    String what =
        switch (message.notice()) {
          case OPENED, UPDATED, VERDICT, DIGEST ->
              message.account().isEmpty() ? message.headline() : message.account();
          case OPENED_AND_RESOLVED, RAISED, REOPENED, REGRESSED, FLAPPING, RESOLVED, REMINDED ->
              message.account();
        };
    String repeat = message.possibleRepeat() ? " (possible repeat)" : "";
    return lamp(message) + " " + SlackText.escape(InWords.sentence(what) + repeat, LONGEST_TEXT);
  }

  private static String summary(Message message) {
    return lamp(message)
        + " "
        + SlackText.escape(
            "%s (%s, %s)".formatted(message.headline(), message.where().app(), message.label()),
            LONGEST_TEXT);
  }

  private static String facts(Message message) {
    List<String> lines = new ArrayList<>();
    lines.add(SlackText.escape(message.where().text(), LONGEST_NAME));
    String since = SlackText.time(message.seen().since());
    String over =
        message.seen().until() == null ? "" : ", over at " + SlackText.time(message.seen().until());
    lines.add(
        switch (message.notice()) {
          case VERDICT -> "Released " + since;
          case DIGEST -> "From " + since + " to " + SlackText.time(message.seen().last());
          case OPENED,
              OPENED_AND_RESOLVED,
              RAISED,
              REOPENED,
              REGRESSED,
              FLAPPING,
              RESOLVED,
              REMINDED,
              UPDATED ->
              "Seen " + InWords.times(message.seen().count()) + " since " + since + over;
        });
    if (!message.account().isEmpty()) {
      lines.add(SlackText.escape(InWords.sentence(message.account()), LONGEST_ACCOUNT));
    }
    for (String remark : message.remarks()) {
      lines.add(SlackText.escape(InWords.sentence(remark) + ".", LONGEST_NAME));
    }
    if (message.acknowledgedBy() != null) {
      lines.add(SlackText.escape(message.acknowledgedBy(), LONGEST_NAME) + " looks after it.");
    }
    return String.join("\n", lines);
  }

  private static List<Element> chain(Message message) {
    List<Element> elements = new ArrayList<>();
    String suspicion = message.suspicion();
    if (suspicion != null) {
      elements.add(new Element.Lines(List.of(bold("Release: "), plain(suspicion))));
    }
    listed(elements, "Before it", message.causes());
    listed(elements, "Followed by", message.effects());
    return elements;
  }

  private static void listed(List<Element> elements, String title, List<String> lines) {
    if (!lines.isEmpty()) {
      elements.add(new Element.Lines(List.of(bold(title))));
      elements.add(new Element.Bullets(lines.stream().map(line -> List.of(plain(line))).toList()));
    }
  }

  private static Block titled(String title, Element element) {
    return new Block.RichText(List.of(new Element.Lines(List.of(bold(title))), element));
  }

  private static Element preformatted(List<String> lines) {
    return new Element.Preformatted(SlackText.literal(String.join("\n", lines)));
  }

  private static List<Piece> pieces(Step step) {
    return step.spans().stream()
        .map(span ->
            new Piece(SlackText.literal(span.text()), span.code() ? Style.CODE : Style.PLAIN))
        .toList();
  }

  private static Piece bold(String text) {
    return new Piece(SlackText.literal(text), Style.BOLD);
  }

  private static Piece plain(String text) {
    return new Piece(SlackText.literal(text), Style.PLAIN);
  }

  private static String history(List<Message.Entry> entries) {
    return entries.stream()
        .map(entry ->
            SlackText.clock(entry.at()) + " " + SlackText.escape(entry.text(), LONGEST_ENTRY))
        .collect(Collectors.joining("\n"));
  }

  private static String footer(Message message) {
    String label =
        message.link() == null
            ? message.label()
            : "<%s|%s>".formatted(SlackText.escape(message.link().toString()), message.label());
    String page =
        message.page() == null
            ? ""
            : "  <%s|More about it>".formatted(SlackText.escape(message.page().toString()));
    return label + page + (message.possibleRepeat() ? " (possible repeat)" : "");
  }

  /** Colour beside the word, never in its place. */
  private static String lamp(Message message) {
    if (message.state() == IncidentState.RESOLVED && message.notice().isOfTrouble()) {
      return "🟢";
    }
    return switch (message.severity()) {
      case CRITICAL -> "🔴";
      case HIGH -> "🟠";
      case MEDIUM -> "🟡";
      case LOW -> "🔵";
      case INFO -> "⚪";
    };
  }
}
