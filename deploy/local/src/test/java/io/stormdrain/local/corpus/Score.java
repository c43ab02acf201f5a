package io.stormdrain.local.corpus;

import io.stormdrain.local.corpus.Case.Said;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** How well logs were understood; each share is of what could have been right. */
final class Score {

  /** What follows from a cause is not the first thing to say. */
  private static final Set<String> EFFECTS =
      Set.of("app-crash", "app-crashed-request", "crash-loop");

  /** Right ones of all. */
  static final class Share {
    private int right;
    private int all;

    private void count(boolean isRight) {
      all++;
      right += isRight ? 1 : 0;
    }

    double value() {
      return all == 0 ? 1 : (double) right / all;
    }

    @Override
    public String toString() {
      return "%.3f (%d/%d)".formatted(value(), right, all);
    }
  }

  final Share recall = new Share();
  final Share precision = new Share();
  final Share primary = new Share();
  final Share subject = new Share();
  final Share healthy = new Share();
  final List<String> faults = new ArrayList<>();

  /** Counts what was said about a case. */
  void count(Case known, List<Said> said) {
    for (String type : types(known.wanted())) {
      boolean hit = types(said).contains(type);
      recall.count(hit);
      note(hit, known, "does not say " + type);
    }
    for (String type : types(said.stream().filter(s -> !s.informs()).toList())) {
      boolean right = types(known.wanted()).contains(type);
      precision.count(right);
      note(right, known, "says " + type);
    }
    known.wanted().forEach(wanted -> countSubject(known, wanted, said));
    if (known.isHealthy()) {
      healthy.count(said.stream().allMatch(Said::informs));
    } else {
      countPrimary(known, said);
    }
  }

  private void countSubject(Case known, Said wanted, List<Said> said) {
    List<Said> same = said.stream().filter(s -> s.type().equals(wanted.type())).toList();
    if (!wanted.subject().isEmpty() && !same.isEmpty()) {
      boolean right = same.stream().anyMatch(s -> s.isAbout(wanted.subject()));
      subject.count(right);
      note(right, known, "calls " + wanted.subject() + " " + same);
    }
  }

  private void countPrimary(Case known, List<Said> said) {
    String cause = first(known.wanted(), false);
    String told = first(said, EFFECTS.contains(cause));
    primary.count(cause.equals(told));
    note(cause.equals(told), known, "begins with " + told + " instead of " + cause);
  }

  /** The first that is no effect; an effect where there is nothing else. */
  private static String first(List<Said> said, boolean effectsToo) {
    List<String> serious =
        said.stream().filter(s -> !s.informs()).map(Said::type).distinct().toList();
    return serious.stream()
        .filter(type -> effectsToo || !EFFECTS.contains(type))
        .findFirst()
        .orElse(serious.isEmpty() ? "nothing" : serious.getFirst());
  }

  private static Set<String> types(List<Said> said) {
    Set<String> types = new LinkedHashSet<>();
    said.forEach(s -> types.add(s.type()));
    return types;
  }

  private void note(boolean right, Case known, String fault) {
    if (!right) {
      faults.add(known.name() + " " + fault);
    }
  }

  @Override
  public String toString() {
    return "recall %s, precision %s, primary %s, subject %s, healthy %s%n%s"
        .formatted(recall, precision, primary, subject, healthy, String.join("\n", faults));
  }
}
