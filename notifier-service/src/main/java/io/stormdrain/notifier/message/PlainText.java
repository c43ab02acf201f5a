package io.stormdrain.notifier.message;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A message as plain text, complete on its own. Pure. */
public final class PlainText {

  private PlainText() {}

  /** The whole of it, lines separated by line feeds. */
  public static String of(Message message) {
    List<String> lines = new ArrayList<>();
    lines.add(message.headline());
    lines.add(message.where().text());
    lines.add(InWords.sentence(message.sighting()));
    paragraph(lines, message.account().isEmpty() ? null : InWords.sentence(message.account()));
    message.remarks().forEach(remark -> paragraph(lines, InWords.sentence(remark) + "."));
    paragraph(lines, acknowledged(message));
    String suspicion = message.suspicion();
    paragraph(lines, suspicion == null ? null : "Release: " + suspicion);
    block(lines, "Before it:", message.causes(), "  - ");
    block(lines, "Followed by:", message.effects(), "  - ");
    block(lines, "What to do:", message.steps().stream().map(Step::text).toList(), "  - ");
    for (Listing listing : message.listings()) {
      block(lines, listing.title(), listing.lines(), "    ");
    }
    block(lines, "Log lines:", message.evidence(), "    ");
    block(
        lines,
        "What happened (UTC):",
        message.history().stream().map(e -> InWords.clock(e.at()) + " " + e.text()).toList(),
        "  ");
    paragraph(lines, message.page() == null ? null : "More about it: " + message.page());
    paragraph(lines, footer(message));
    return String.join("\n", lines) + "\n";
  }

  /** {@code INC-17}, with a link if there is one, and a word if it may be a repeat. */
  private static String footer(Message message) {
    return message.label()
        + (message.link() == null ? "" : "  " + message.link())
        + (message.possibleRepeat() ? "  (possible repeat)" : "");
  }

  private static @Nullable String acknowledged(Message message) {
    return message.acknowledgedBy() == null ? null : message.acknowledgedBy() + " looks after it.";
  }

  private static void paragraph(List<String> lines, @Nullable String text) {
    if (text != null) {
      lines.add("");
      lines.add(text);
    }
  }

  private static void block(List<String> lines, String title, List<String> rows, String before) {
    if (!rows.isEmpty()) {
      lines.add("");
      lines.add(title);
      rows.forEach(row -> lines.add(before + row));
    }
  }
}
