package io.stormdrain.notifier.route;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What can be matched. */
public enum Attribute {
  APP,
  ENVIRONMENT,
  /** Whose app it is, by the file's {@code teams}, or else by its source. */
  TEAM,
  PLATFORM,
  PROCESS,
  SEVERITY,
  CLASS;

  /** As files write it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Throws IllegalArgumentException that names those there are. */
  public static Attribute of(String word) {
    return Arrays.stream(values())
        .filter(attribute -> attribute.word().equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(unknown(word)));
  }

  /** Whether all incidents of an app have the same. */
  boolean isOfApp() {
    return switch (this) {
      case APP, ENVIRONMENT, TEAM, PLATFORM -> true;
      case PROCESS, SEVERITY, CLASS -> false;
    };
  }

  Set<String> of(Subject subject, String team) {
    return switch (this) {
      case APP -> Set.of(subject.app());
      case ENVIRONMENT -> Set.of(subject.environment());
      case TEAM -> Set.of(team);
      case PLATFORM -> Set.of(subject.platform());
      case PROCESS -> Set.of(subject.process());
      case SEVERITY -> Set.of(subject.severity().word());
      case CLASS -> subject.classes();
    };
  }

  private static String unknown(String word) {
    return "unknown attribute '%s', known are %s"
        .formatted(
            word, Arrays.stream(values()).map(Attribute::word).collect(Collectors.joining(", ")));
  }
}
