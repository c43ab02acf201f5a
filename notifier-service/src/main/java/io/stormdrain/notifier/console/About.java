package io.stormdrain.notifier.console;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How the service is.
 *
 * @param version of the service
 * @param ready whether it reads and stores signals
 * @param checks what it says of its parts
 * @param equations what has to add up
 * @param positions how far each partition was read
 */
public record About(
    String version,
    boolean ready,
    List<Check> checks,
    List<Equation> equations,
    List<Position> positions) {

  public About {
    checks = List.copyOf(checks);
    equations = List.copyOf(equations);
    positions = List.copyOf(positions);
  }

  /** A part of the service. */
  public record Check(String name, boolean up, List<Fact> facts) {
    public Check {
      facts = List.copyOf(facts);
    }
  }

  /** A word and its value. */
  public record Fact(String name, String value) {}

  /**
   * Counts of which the first is the sum of the others.
   *
   * @param whole what came
   * @param parts what became of it
   */
  public record Equation(String what, Count whole, List<Count> parts) {
    public Equation {
      parts = List.copyOf(parts);
    }

    /** Whether it adds up. */
    public boolean holds() {
      return whole.value() == parts.stream().mapToLong(Count::value).sum();
    }
  }

  /** A count and what it counts. */
  public record Count(String name, long value) {

    /** With separators: {@code 12,345}. */
    public String text() {
      return String.format(Locale.ROOT, "%,d", value);
    }
  }

  /**
   * How far a partition was read.
   *
   * @param next offset of the next record
   * @param lag records that wait, as far as this instance knows; null when it does not read it
   */
  public record Position(String topic, int partition, long next, @Nullable Long lag) {}
}
