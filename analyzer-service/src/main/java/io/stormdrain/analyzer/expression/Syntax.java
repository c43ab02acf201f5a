package io.stormdrain.analyzer.expression;

import io.stormdrain.analyzer.expression.Node.Choice;
import io.stormdrain.analyzer.expression.Node.Edge;
import io.stormdrain.analyzer.expression.Node.Group;
import io.stormdrain.analyzer.expression.Node.Letters;
import io.stormdrain.analyzer.expression.Node.OneOf;
import io.stormdrain.analyzer.expression.Node.Place;
import io.stormdrain.analyzer.expression.Node.Repeat;
import io.stormdrain.analyzer.expression.Node.Sequence;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes an expression apart that RE2/J has found to be right. What it does not know, and what
 * hardly anybody writes, it refuses.
 */
final class Syntax {

  /** The expression says something that only RE2/J understands. */
  static final class Unknown extends Exception {
    private static final long serialVersionUID = 1;

    Unknown(String what) {
      super(what);
    }
  }

  private final String source;
  private boolean ignoreCase;
  private int at;
  private int groups;

  private Syntax(String source, boolean ignoreCase) {
    this.source = source;
    this.ignoreCase = ignoreCase;
  }

  static Node parse(String source, boolean ignoreCase) throws Unknown {
    Syntax syntax = new Syntax(source, ignoreCase);
    Node node = syntax.choice();
    if (syntax.at < source.length()) {
      throw new Unknown("')' without '('");
    }
    return node;
  }

  private Node choice() throws Unknown {
    List<Node> branches = new ArrayList<>();
    branches.add(sequence());
    while (takes('|')) {
      branches.add(sequence());
    }
    return branches.size() == 1 ? branches.getFirst() : new Choice(List.copyOf(branches));
  }

  private Node sequence() throws Unknown {
    List<Node> parts = new ArrayList<>();
    while (at < source.length() && source.charAt(at) != '|' && source.charAt(at) != ')') {
      add(repeated(), parts);
    }
    return parts.size() == 1 ? parts.getFirst() : new Sequence(List.copyOf(parts));
  }

  /** Letters that follow each other are one text. */
  private static void add(Node next, List<Node> parts) {
    if (next instanceof Letters(String text)
        && !parts.isEmpty()
        && parts.getLast() instanceof Letters(String before)) {
      parts.set(parts.size() - 1, new Letters(before + text));
    } else {
      parts.add(next);
    }
  }

  private Node repeated() throws Unknown {
    Node one = one();
    if (at == source.length()) {
      return one;
    }
    return switch (source.charAt(at)) {
      case '*' -> repeat(one, 0, Node.ANY_NUMBER);
      case '+' -> repeat(one, 1, Node.ANY_NUMBER);
      case '?' -> repeat(one, 0, 1);
      case '{' -> counted(one);
      default -> one;
    };
  }

  private Node repeat(Node body, int least, int most) throws Unknown {
    at++;
    boolean greedy = !takes('?');
    if (at < source.length() && "*+?".indexOf(source.charAt(at)) >= 0) {
      throw new Unknown("a repetition of a repetition");
    }
    return new Repeat(body, least, most, greedy);
  }

  private Node counted(Node body) throws Unknown {
    int close = source.indexOf('}', at);
    String[] bounds = close < 0 ? new String[0] : source.substring(at + 1, close).split(",", -1);
    if (bounds.length == 0 || bounds.length > 2 || !isNumber(bounds[0])) {
      throw new Unknown("a brace that is no repetition");
    }
    int least = Integer.parseInt(bounds[0]);
    String last = bounds[bounds.length - 1];
    if (!last.isEmpty() && !isNumber(last)) {
      throw new Unknown("a brace that is no repetition");
    }
    at = close;
    return repeat(body, least, last.isEmpty() ? Node.ANY_NUMBER : Integer.parseInt(last));
  }

  private static boolean isNumber(String text) {
    return !text.isEmpty() && text.length() < 5 && text.chars().allMatch(Character::isDigit);
  }

  private Node one() throws Unknown {
    char c = source.charAt(at++);
    return switch (c) {
      case '(' -> group();
      case '[' -> new OneOf(new SyntaxClass(source, at, ignoreCase).read(end -> at = end));
      case '.' -> new OneOf(CharSet.DOT);
      case '^' -> new Edge(Place.START);
      case '$' -> new Edge(Place.END);
      case '\\' -> escaped();
      default -> letter(c);
    };
  }

  private Node escaped() throws Unknown {
    char c = source.charAt(at++);
    if (c == 'b' || c == 'B') {
      return new Edge(c == 'b' ? Place.WORD : Place.NO_WORD);
    }
    CharSet named = SyntaxClass.named(c);
    return named == null ? letter(SyntaxClass.unescaped(c)) : new OneOf(named);
  }

  private Node letter(char c) throws Unknown {
    if (Character.isSurrogate(c)) {
      throw new Unknown("a character of two halves");
    }
    CharSet set = CharSet.range(c, c);
    return ignoreCase && Character.isLetter(c)
        ? new OneOf(set.folded())
        : new Letters(String.valueOf(c));
  }

  private Node group() throws Unknown {
    boolean outer = ignoreCase;
    int number = -1;
    if (!takes('?')) {
      number = ++groups;
    } else if (takes('P')) {
      at = source.indexOf('>', at) + 1;
      number = ++groups;
    } else if (takes('i')) {
      ignoreCase = true;
      if (takes(')')) {
        // To the end of the group that it stands in.
        return new Sequence(List.of(choice()));
      }
      require(':');
    } else {
      require(':');
    }
    Node body = choice();
    require(')');
    ignoreCase = outer;
    return number < 0 ? body : new Group(number, body);
  }

  private boolean takes(char c) {
    boolean there = at < source.length() && source.charAt(at) == c;
    at += there ? 1 : 0;
    return there;
  }

  private void require(char c) throws Unknown {
    if (!takes(c)) {
      throw new Unknown("a group of its own kind");
    }
  }
}
