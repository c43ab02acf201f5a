package io.stormdrain.notifier.slack;

import java.util.List;

/** A block of Block Kit, with Slack's limits as far as they are documented. */
public sealed interface Block {

  /** Large and bold. {@code text} is escaped, plain_text. */
  record Header(String text) implements Block {
    static final int LONGEST = 150;

    public Header {
      require("header", text, LONGEST);
    }
  }

  /** A paragraph. {@code text} is escaped, mrkdwn. */
  record Section(String text) implements Block {
    static final int LONGEST = 3_000;

    public Section {
      require("section", text, LONGEST);
    }
  }

  /** Small and grey. {@code text} is escaped, mrkdwn. */
  record Context(String text) implements Block {
    static final int LONGEST = 2_000;

    public Context {
      require("context", text, LONGEST);
    }
  }

  /**
   * Buttons.
   *
   * @param incident label of the incident that they are about
   */
  record Actions(List<Press.Button> buttons, String incident) implements Block {
    public Actions {
      buttons = List.copyOf(buttons);
    }
  }

  /** Text without any markup to be parsed. */
  record RichText(List<Element> elements) implements Block {
    public RichText {
      elements = List.copyOf(elements);
    }
  }

  /** A part of rich text. */
  sealed interface Element {

    /** One or more lines. */
    record Lines(List<Piece> pieces) implements Element {
      public Lines {
        pieces = List.copyOf(pieces);
      }
    }

    /** A list of lines. */
    record Bullets(List<List<Piece>> items) implements Element {
      public Bullets {
        items = items.stream().map(List::copyOf).toList();
      }
    }

    /** Log lines, code: as it stands. */
    record Preformatted(String text) implements Element {}
  }

  /** Text of one style. */
  record Piece(String text, Style style) {
    public Piece {
      if (text.isEmpty()) {
        throw new IllegalArgumentException("Slack takes no empty text");
      }
    }
  }

  /** How text looks. */
  enum Style {
    PLAIN,
    BOLD,
    CODE
  }

  private static void require(String block, String text, int longest) {
    if (text.isEmpty() || text.length() > longest) {
      throw new IllegalArgumentException(
          "%s takes 1 to %d characters, got %d".formatted(block, longest, text.length()));
    }
  }
}
