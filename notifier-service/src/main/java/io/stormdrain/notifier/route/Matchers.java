package io.stormdrain.notifier.route;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What an incident must be like: each attribute that is named like one of its texts, and like none
 * of those that begin with {@code !}. A text may have {@code *} in it; empty text is what is not
 * known.
 *
 * @param wanted by attribute, the texts as they are written
 */
public record Matchers(Map<Attribute, List<String>> wanted) {

  /** Whatever comes. */
  public static final Matchers ANY = new Matchers(Map.of());

  public Matchers {
    Map<Attribute, List<String>> copy = new EnumMap<>(Attribute.class);
    wanted.forEach((attribute, texts) -> {
      if (texts.isEmpty()) {
        throw new IllegalArgumentException("'" + attribute.word() + "' needs something to match");
      }
      copy.put(attribute, List.copyOf(texts));
    });
    wanted = Map.copyOf(copy);
  }

  /** Incidents of the same app, environment, process and class. */
  public static Matchers of(Subject subject) {
    return new Matchers(
        Map.of(
            Attribute.APP, List.of(subject.app()),
            Attribute.ENVIRONMENT, List.of(subject.environment()),
            Attribute.PROCESS, List.of(subject.process()),
            Attribute.CLASS, List.copyOf(subject.classes())));
  }

  /** Whether the incident is like that. */
  public boolean match(Subject subject, String team) {
    return wanted.entrySet().stream()
        .allMatch(entry -> match(entry.getValue(), entry.getKey().of(subject, team)));
  }

  /** Whether some incident of such an app can be like that, whatever it is about. */
  boolean canMatch(Subject app, String team) {
    return wanted.entrySet().stream()
        .filter(entry -> entry.getKey().isOfApp())
        .allMatch(entry -> match(entry.getValue(), entry.getKey().of(app, team)));
  }

  /** As it is written: {@code app: shop, severity: [high, critical]}. */
  public String text() {
    return wanted.entrySet().stream()
        .map(entry ->
            entry.getKey().word()
                + ": "
                + (entry.getValue().size() == 1 ? entry.getValue().getFirst() : entry.getValue()))
        .sorted()
        .collect(Collectors.joining(", "));
  }

  private static boolean match(List<String> texts, Set<String> values) {
    List<Glob> globs = texts.stream().map(Glob::of).toList();
    boolean onlyNot = globs.stream().allMatch(Glob::not);
    boolean wanted =
        onlyNot
            || globs.stream()
                .anyMatch(glob -> !glob.not() && values.stream().anyMatch(glob::isLike));
    return wanted
        && globs.stream().noneMatch(glob -> glob.not() && values.stream().anyMatch(glob::isLike));
  }
}
