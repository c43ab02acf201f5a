package io.stormdrain.notifier.threshold;

import io.stormdrain.notifier.threshold.RuleTest.Given;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Signals as tests of rules write them: {@code 4m database.unreachable process=worker.1 subject=db
 * tries=3}, or {@code 0s 5x1m worker.timeout} for five of them, a minute apart. A process that is
 * not named is {@code web.1}.
 */
final class GivenLine {

  private static final String PROCESS = "web.1";
  private static final Pattern TIMES = Pattern.compile("(\\d{1,4})x(\\w+)");
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}");

  private GivenLine() {}

  /** Throws IllegalArgumentException that says what is wrong. */
  static List<Given> of(String line) {
    List<String> words = Arrays.asList(line.split(" +"));
    Matcher times = TIMES.matcher(words.size() < 3 ? "" : words.get(1));
    boolean many = times.matches();
    int type = many ? 2 : 1;
    if (words.size() <= type) {
      throw new IllegalArgumentException(
          "expected a time, a type of signal and captures, got '" + line + "'");
    }
    Duration first = Durations.of(words.getFirst());
    int count = many ? Integer.parseInt(times.group(1)) : 1;
    Duration apart = many ? Durations.of(times.group(2)) : Duration.ZERO;
    Map<String, String> named = named(words.subList(type + 1, words.size()));
    return IntStream.range(0, count)
        .mapToObj(i -> given(first.plus(apart.multipliedBy(i)), words.get(type), named))
        .toList();
  }

  private static Given given(Duration at, String type, Map<String, String> named) {
    Map<String, Object> captures =
        named.entrySet().stream()
            .filter(entry -> !entry.getKey().matches("process|subject|release"))
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> typed(entry.getValue())));
    return new Given(
        at,
        type,
        named.getOrDefault("process", PROCESS),
        named.get("subject"),
        named.get("release"),
        captures);
  }

  private static Map<String, String> named(List<String> words) {
    Map<String, String> named = new LinkedHashMap<>();
    for (String word : words) {
      int equals = word.indexOf('=');
      if (equals <= 0) {
        throw new IllegalArgumentException("expected name=value, got '" + word + "'");
      }
      named.put(word.substring(0, equals), word.substring(equals + 1));
    }
    return named;
  }

  private static Object typed(String value) {
    return NUMBER.matcher(value).matches() ? (Object) Long.valueOf(value) : value;
  }
}
