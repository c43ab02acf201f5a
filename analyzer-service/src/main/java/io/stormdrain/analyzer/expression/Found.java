package io.stormdrain.analyzer.expression;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A place in a text where an expression fits. */
public final class Found {

  private final Expression expression;
  private final String text;
  private final int[] marks;

  Found(Expression expression, String text, int[] marks) {
    this.expression = expression;
    this.text = text;
    this.marks = marks;
  }

  /** What the group of this name holds; null when it took no part. */
  public @Nullable String group(String name) {
    return group(number(name));
  }

  /** The same by the place of its name among {@link Expression#names}. */
  public @Nullable String group(int name) {
    int mark = expression.mark(name);
    return marks[mark] < 0 ? null : text.substring(marks[mark], marks[mark + 1]);
  }

  /** Where the group begins, -1 when it took no part. */
  public int start(String name) {
    return marks[expression.mark(number(name))];
  }

  /** Where it begins. */
  public int start() {
    return marks[0];
  }

  /** Where it ends. */
  public int end() {
    return marks[1];
  }

  /** Where it is, and each of its groups. */
  @Override
  public String toString() {
    return Arrays.toString(marks);
  }

  private int number(String name) {
    int number = expression.number(name);
    if (number < 0) {
      throw new IllegalArgumentException(expression.source() + " has no group " + name);
    }
    return number;
  }
}
