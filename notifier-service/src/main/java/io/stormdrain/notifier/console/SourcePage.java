package io.stormdrain.notifier.console;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A source.
 *
 * @param inFile whether it is in a file, where it cannot be changed from here
 * @param tokens when they were made, until when they are good, when they were last shown
 * @param paste what to paste where; empty unless a token was made just now
 * @param away why nothing more is known; null when it is
 */
public record SourcePage(
    SourceRow source,
    boolean inFile,
    List<TokenRow> tokens,
    List<Line> paste,
    List<String> senders,
    @Nullable String away) {

  public SourcePage {
    tokens = List.copyOf(tokens);
    paste = List.copyOf(paste);
    senders = List.copyOf(senders);
  }

  /** A token, without itself. */
  public record TokenRow(Moment created, @Nullable Moment expires, @Nullable Moment seen) {}

  /**
   * A line of instructions.
   *
   * @param verbatim whether it is to be pasted as it is
   */
  public record Line(String text, boolean verbatim) {
    @Override
    public String toString() {
      return "Line";
    }
  }
}
