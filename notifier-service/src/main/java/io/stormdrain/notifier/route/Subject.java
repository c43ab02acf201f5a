package io.stormdrain.notifier.route;

import io.stormdrain.notifier.incident.Incident;
import io.stormdrain.notifier.threshold.Severity;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What routes look at of an incident. What is not known is empty text.
 *
 * @param classes class of trouble, and the wider one that it belongs to
 * @param severity as it is with the transition that is told
 * @param team to whom the app belongs, as its source says
 */
public record Subject(
    String app,
    String environment,
    String platform,
    String process,
    Set<String> classes,
    Severity severity,
    String team) {

  /** Class of what is said of releases. */
  private static final String VERDICT = "release-verdict";

  public Subject {
    Objects.requireNonNull(severity, "severity");
    classes = Set.copyOf(classes);
  }

  /** Of an app of which its source does not say to whom it belongs. */
  public Subject(
      String app,
      String environment,
      String platform,
      String process,
      Set<String> classes,
      Severity severity) {
    this(app, environment, platform, process, classes, severity, "");
  }

  /**
   * Of an incident.
   *
   * @param label the wider class; null when there is none
   * @param team to whom the app belongs, as its source says; null when it says nothing
   */
  public static Subject of(
      Incident incident, @Nullable String label, Severity severity, @Nullable String team) {
    return new Subject(
        incident.app(),
        Objects.requireNonNullElse(incident.environment(), ""),
        incident.platform(),
        Objects.requireNonNullElse(incident.process(), ""),
        label == null || label.equals(incident.type())
            ? Set.of(incident.type())
            : Set.of(incident.type(), label),
        severity,
        Objects.requireNonNullElse(team, ""));
  }

  /** Whether it says how a release went: no trouble, and told all the same where everything is. */
  boolean isVerdict() {
    return classes.contains(VERDICT);
  }
}
