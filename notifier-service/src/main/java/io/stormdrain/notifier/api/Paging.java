package io.stormdrain.notifier.api;

import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is asked for.
 *
 * @param limit entries at most
 * @param before only what is numbered lower
 */
record Paging(int limit, long before) {

  /** For the description of the API. */
  static final String LIMIT = "Entries at most: 1 to 500, else 50";

  static final String CURSOR = "Value of next of the page before";

  private static final int USUAL = 50;
  private static final int MOST = 500;

  static Paging of(@Nullable String limit, @Nullable String cursor) {
    long entries = number("limit", limit, USUAL);
    if (entries < 1 || entries > MOST) {
      throw ProblemException.badRequest("limit is " + entries, "1 to " + MOST);
    }
    return new Paging((int) entries, number("cursor", cursor, Long.MAX_VALUE));
  }

  /** A place to go on from; null to begin. */
  static @Nullable Long cursor(@Nullable String text) {
    return text == null || text.isEmpty() ? null : number("cursor", text, 0);
  }

  /** The cursor after these entries, of which one more than the limit was asked for. */
  <T> @Nullable String next(List<T> found, ToLongFunction<T> number) {
    return found.size() > limit ? Long.toString(number.applyAsLong(found.get(limit - 1))) : null;
  }

  /** Entries to ask for, to see whether there are more. */
  int oneMore() {
    return limit + 1;
  }

  <T> List<T> shown(List<T> found) {
    return found.subList(0, Math.min(found.size(), limit));
  }

  private static long number(String field, @Nullable String text, long otherwise) {
    if (text == null) {
      return otherwise;
    }
    if (!text.matches("[0-9]{1,18}")) {
      throw ProblemException.badRequest(
          "%s '%s' is not a number".formatted(field, text),
          field.equals("cursor") ? "the value of 'next' of the page before" : "1 to " + MOST);
    }
    return Long.parseLong(text);
  }
}
