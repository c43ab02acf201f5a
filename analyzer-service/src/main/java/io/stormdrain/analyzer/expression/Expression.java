package io.stormdrain.analyzer.expression;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A regular expression of RE2's syntax. RE2/J looks at every character with all ways in mind, which
 * no text can make slow, and which is slow on every text. So one way after the other is tried
 * first, a few thousand steps at most: nearly every line is decided in a hundredth of the time.
 * What is not decided then, and what is written as only RE2/J understands it, RE2/J decides: the
 * answer is the same, and the time linear in the text.
 */
public final class Expression {

  /**
   * Characters that RE2/J is given: a line that takes so many steps was made to, and half of its
   * first 8 KiB takes half the time.
   */
  private static final int MOST_PATIENTLY = 4_000;

  private final Pattern pattern;
  private final @Nullable Program program;
  private final String[] names;
  private final int[] groups;

  private Expression(Pattern pattern, @Nullable Program program) {
    this.pattern = pattern;
    this.program = program;
    Map<String, Integer> named = pattern.namedGroups();
    this.names = named.keySet().toArray(String[]::new);
    this.groups = named.values().stream().mapToInt(Integer::intValue).toArray();
  }

  /** Throws IllegalArgumentException when the expression is wrong. */
  public static Expression of(String source, boolean ignoreCase) {
    Pattern pattern = compiled(source, ignoreCase ? Pattern.CASE_INSENSITIVE : 0);
    try {
      return new Expression(pattern, Program.of(source, ignoreCase));
    } catch (Syntax.Unknown e) {
      return new Expression(pattern, null);
    }
  }

  private static Pattern compiled(String source, int flags) {
    try {
      return Pattern.compile(source, flags);
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  /** The same, minding letters' case. */
  public static Expression of(String source) {
    return of(source, false);
  }

  /** As it was written. */
  public String source() {
    return pattern.pattern();
  }

  /** Whether it needs RE2/J for every text. */
  boolean isSlow() {
    return program == null;
  }

  /** The names of its groups, of which each is a number for {@link Found#group(int)}. */
  public String[] names() {
    return names.clone();
  }

  /** The number of the group of this name, -1 when it has none. */
  int number(String name) {
    for (int i = 0; i < names.length; i++) {
      if (names[i].equals(name)) {
        return i;
      }
    }
    return -1;
  }

  int mark(int name) {
    return 2 * groups[name];
  }

  /** The first place in the text where it fits; null where there is none. */
  public @Nullable Found find(String text) {
    if (program != null) {
      Search search = program.find(text);
      if (!search.gaveUp()) {
        return search.end < 0 ? null : new Found(this, text, search.marks);
      }
    }
    return findWithPatience(
        text.length() <= MOST_PATIENTLY ? text : text.substring(0, MOST_PATIENTLY));
  }

  /** Whether it is anywhere in the text. */
  public boolean isIn(String text) {
    return find(text) != null;
  }

  @Nullable Found findWithPatience(String text) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      return null;
    }
    int[] marks = new int[2 * matcher.groupCount() + 2];
    for (int group = 0; group <= matcher.groupCount(); group++) {
      marks[2 * group] = matcher.start(group);
      marks[2 * group + 1] = matcher.end(group);
    }
    return new Found(this, text, marks);
  }
}
