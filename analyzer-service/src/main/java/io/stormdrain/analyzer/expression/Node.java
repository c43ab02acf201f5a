package io.stormdrain.analyzer.expression;

import java.util.List;

/** An expression as it was written, taken apart. */
sealed interface Node {

  /** One of these characters. */
  record OneOf(CharSet set) implements Node {}

  /** These characters, one after the other. */
  record Letters(String text) implements Node {}

  /** One behind the other. */
  record Sequence(List<Node> parts) implements Node {}

  /** The first that fits. */
  record Choice(List<Node> branches) implements Node {}

  /**
   * So many times.
   *
   * @param most {@link #ANY_NUMBER} for no limit
   * @param greedy whether as often as possible is tried first
   */
  record Repeat(Node body, int least, int most, boolean greedy) implements Node {}

  /** Notes where the body begins and ends. */
  record Group(int number, Node body) implements Node {}

  /** A place between two characters. */
  record Edge(Place place) implements Node {}

  /** Where an edge is. */
  enum Place {
    START,
    END,
    WORD,
    NO_WORD
  }

  int ANY_NUMBER = Integer.MAX_VALUE;

  /** Whether nothing at all fits. */
  default boolean isEmpty() {
    return switch (this) {
      case OneOf one -> false;
      case Letters letters -> letters.text().isEmpty();
      case Sequence sequence -> sequence.parts().stream().allMatch(Node::isEmpty);
      case Choice choice -> choice.branches().stream().anyMatch(Node::isEmpty);
      case Repeat repeat -> repeat.least() == 0 || repeat.body().isEmpty();
      case Group group -> group.body().isEmpty();
      case Edge edge -> true;
    };
  }
}
