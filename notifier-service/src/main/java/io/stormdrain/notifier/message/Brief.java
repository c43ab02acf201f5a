package io.stormdrain.notifier.message;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A message in as few lines as a small channel has room for; what matters most comes first. Pure.
 */
public final class Brief {

  /** A line of it. */
  public sealed interface Line {

    /** Its text. */
    String text();

    /** Says what follows. */
    record Title(String text) implements Line {}

    /** Our own words, with names that a sender chose. */
    record Words(String text) implements Line {}

    /** A log line, or something to be copied: as it stands. */
    record Literal(String text) implements Line {}
  }

  private Brief() {}

  /** All lines, without the headline. */
  public static List<Line> lines(Message message) {
    List<Line> lines = new ArrayList<>();
    words(lines, message.where().text());
    words(lines, InWords.sentence(message.sighting()) + ".");
    if (!message.account().isEmpty()) {
      words(lines, InWords.sentence(message.account()) + ".");
    }
    message.remarks().forEach(remark -> words(lines, InWords.sentence(remark) + "."));
    if (message.possibleRepeat()) {
      words(lines, "Possible repeat.");
    }
    if (message.acknowledgedBy() != null) {
      words(lines, message.acknowledgedBy() + " looks after it.");
    }
    if (message.suspicion() != null) {
      words(lines, "Release: " + message.suspicion());
    }
    titled(lines, "What to do", message.steps().stream().map(Step::text).toList());
    titled(lines, "Log lines", message.evidence());
    titled(lines, "Before it", message.causes());
    titled(lines, "Followed by", message.effects());
    message.listings().forEach(listing -> titled(lines, listing.title(), listing.lines()));
    return lines;
  }

  /**
   * Written lines, joined by line feeds, as many as fit.
   *
   * @param most how long all of it may be
   * @param write what the channel makes of a line
   * @param size how the channel counts
   */
  public static String fitting(
      Message message, int most, Function<Line, String> write, Function<String, Integer> size) {
    StringBuilder text = new StringBuilder();
    int left = most;
    for (Line line : lines(message)) {
      String written = write.apply(line);
      int needed = size.apply(written) + 1;
      if (needed <= left) {
        left -= needed;
        text.append(text.isEmpty() ? "" : "\n").append(written);
      }
    }
    return text.toString();
  }

  /** Without anything that programs take for an address or a name to call. */
  public static String defanged(String text) {
    return text.replace("://", ":\u200b//").replace("@", "@\u200b").replace("www.", "www\u200b.");
  }

  private static void words(List<Line> lines, String text) {
    lines.add(new Line.Words(text));
  }

  private static void titled(List<Line> lines, String title, List<String> texts) {
    if (!texts.isEmpty()) {
      lines.add(new Line.Title(title));
      texts.forEach(text -> lines.add(new Line.Literal(text)));
    }
  }
}
