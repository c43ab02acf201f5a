package io.stormdrain.analyzer.expression;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An expression that is ready to be held against text. */
final class Program {

  /** Repetitions of groups are written out: more than this is RE2/J's. */
  private static final int MOST_COPIES = 12;

  private final Step start;
  private final Opening atStart;
  private final Opening behindStart;
  private int slots = 2;
  private int runs;

  private Program(Node node) throws Syntax.Unknown {
    this.start = step(node, new Step.End());
    this.atStart = Opening.of(start, true);
    this.behindStart = Opening.of(start, false);
  }

  /** Throws where only RE2/J understands what is written. */
  static Program of(String source, boolean ignoreCase) throws Syntax.Unknown {
    return new Program(Syntax.parse(source, ignoreCase));
  }

  /** The first place where it fits; {@link Search#end} is -1 where there is none. */
  Search find(String text) {
    Search search = new Search(text, slots, runs);
    search.end = -1;
    int first = atStart.isAt(text, 0) ? 0 : behindStart.next(text, 1);
    for (int at = first; at >= 0 && !search.isSpent(1); at = behindStart.next(text, at + 1)) {
      if (start.fits(search, at)) {
        search.marks[0] = at;
        search.marks[1] = search.end;
        return search;
      }
    }
    return search;
  }

  private Step step(Node node, Step next) throws Syntax.Unknown {
    return switch (node) {
      case Node.OneOf(CharSet set) -> new Step.OneOf(set, next);
      case Node.Letters(String text) -> new Step.Letters(text, next);
      case Node.Edge(Node.Place place) -> new Step.Edge(place, next);
      case Node.Sequence(List<Node> parts) -> sequence(parts, next);
      case Node.Choice(List<Node> branches) -> choice(branches, next);
      case Node.Group(int number, Node body) -> {
        slots = Math.max(slots, 2 * number + 2);
        yield new Step.Mark(2 * number, step(body, new Step.Mark(2 * number + 1, next)));
      }
      case Node.Repeat repeat -> repeat(repeat, next);
    };
  }

  private Step sequence(List<Node> parts, Step next) throws Syntax.Unknown {
    Step step = next;
    for (Node part : parts.reversed()) {
      step = step(part, step);
    }
    return step;
  }

  private Step choice(List<Node> branches, Step next) throws Syntax.Unknown {
    Step[] ways = new Step[branches.size()];
    for (int i = 0; i < ways.length; i++) {
      ways[i] = step(branches.get(i), next);
    }
    return new Choice(ways);
  }

  private Step repeat(Node.Repeat repeat, Step next) throws Syntax.Unknown {
    CharSet one = oneCharacter(repeat.body());
    return one == null ? copies(repeat, next) : new Run(runs++, one, repeat, next);
  }

  private static @Nullable CharSet oneCharacter(Node node) {
    if (node instanceof Node.OneOf(CharSet set)) {
      return set;
    }
    return node instanceof Node.Letters(String text) && text.length() == 1
        ? CharSet.range(text.charAt(0), text.charAt(0))
        : null;
  }

  private Step copies(Node.Repeat repeat, Step next) throws Syntax.Unknown {
    Node body = repeat.body();
    boolean endless = repeat.most() == Node.ANY_NUMBER;
    int copies = endless ? repeat.least() : repeat.most();
    if (copies > MOST_COPIES || (body.isEmpty() && (endless || repeat.least() > 0))) {
      throw new Syntax.Unknown("a repetition of its own kind");
    }
    Step step = endless ? loop(repeat, next) : next;
    for (int i = copies; i > 0; i--) {
      step = i > repeat.least() ? maybe(step(body, step), repeat, next) : step(body, step);
    }
    return step;
  }

  private Step loop(Node.Repeat repeat, Step next) throws Syntax.Unknown {
    Loop loop = new Loop(repeat.greedy(), next);
    return loop.around(step(repeat.body(), loop));
  }

  private static Step maybe(Step once, Node.Repeat repeat, Step next) {
    return repeat.greedy() ? new Choice(once, next) : new Choice(next, once);
  }
}
