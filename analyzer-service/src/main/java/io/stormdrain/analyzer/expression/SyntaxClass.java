package io.stormdrain.analyzer.expression;

import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Reads {@code [a-z_\d]} from behind the bracket. */
final class SyntaxClass {

  private final String source;
  private final boolean ignoreCase;
  private int at;

  SyntaxClass(String source, int at, boolean ignoreCase) {
    this.source = source;
    this.at = at;
    this.ignoreCase = ignoreCase;
  }

  /**
   * Reads it.
   *
   * @param end is told where it ends
   */
  CharSet read(IntConsumer end) throws Syntax.Unknown {
    boolean negated = source.charAt(at) == '^';
    at += negated ? 1 : 0;
    CharSet set = CharSet.NONE;
    for (int first = at; source.charAt(at) != ']' || at == first; ) {
      set = set.and(item());
    }
    end.accept(at + 1);
    CharSet cased = ignoreCase ? set.folded() : set;
    return negated ? cased.negated() : cased;
  }

  private CharSet item() throws Syntax.Unknown {
    if (source.startsWith("[:", at)) {
      throw new Syntax.Unknown("a class by its name");
    }
    if (source.charAt(at) == '\\') {
      CharSet named = named(source.charAt(at + 1));
      if (named != null) {
        at += 2;
        return named;
      }
    }
    char first = character();
    if (source.charAt(at) == '-' && source.charAt(at + 1) != ']') {
      at++;
      return CharSet.range(first, character());
    }
    return CharSet.range(first, first);
  }

  private char character() throws Syntax.Unknown {
    char c = source.charAt(at++);
    if (Character.isSurrogate(c)) {
      throw new Syntax.Unknown("a character of two halves");
    }
    return c == '\\' ? unescaped(source.charAt(at++)) : c;
  }

  /** {@code \d} and its like; null for another letter. */
  static @Nullable CharSet named(char c) {
    return switch (c) {
      case 'd' -> CharSet.DIGIT;
      case 'D' -> CharSet.DIGIT.negated();
      case 'w' -> CharSet.WORD;
      case 'W' -> CharSet.WORD.negated();
      case 's' -> CharSet.SPACE;
      case 'S' -> CharSet.SPACE.negated();
      default -> null;
    };
  }

  static char unescaped(char c) throws Syntax.Unknown {
    return switch (c) {
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      case 'f' -> '\f';
      default -> {
        if (Character.isLetterOrDigit(c)) {
          throw new Syntax.Unknown("\\" + c);
        }
        yield c;
      }
    };
  }
}
