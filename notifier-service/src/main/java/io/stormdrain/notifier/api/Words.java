package io.stormdrain.notifier.api;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Constants as the API writes and reads them: {@code effect-seen}. */
public final class Words {

  private Words() {}

  public static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static @Nullable String ofNullable(@Nullable Enum<?> constant) {
    return constant == null ? null : of(constant);
  }

  /**
   * The constants that a query names.
   *
   * @throws ProblemException when one is not known
   */
  public static <E extends Enum<E>> Set<E> read(String field, List<String> words, Class<E> type) {
    return words.stream().map(word -> read(field, word, type)).collect(Collectors.toSet());
  }

  private static <E extends Enum<E>> E read(String field, String word, Class<E> type) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> of(constant).equals(word))
        .findFirst()
        .orElseThrow(() ->
            ProblemException.badRequest(
                "%s '%s' is not known".formatted(field, word),
                Arrays.stream(type.getEnumConstants())
                    .map(Words::of)
                    .collect(Collectors.joining(", "))));
  }
}
