package io.stormdrain.notifier.process;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.stormdrain.notifier.signal.Signal;
import io.stormdrain.notifier.signal.Vitals;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * The last starts of an app's processes. Bounded.
 *
 * @param starts oldest first
 */
public record Boots(@JsonValue List<Boot> starts) {

  /** None is known. */
  static final Boots NONE = new Boots(List.of());

  private static final int MOST = 20;

  @JsonCreator
  public Boots {
    starts = List.copyOf(starts);
  }

  /** Takes the next signal of the app. */
  Boots next(Signal signal) {
    String process = Objects.requireNonNullElse(signal.process(), "-");
    return switch (signal.type()) {
      case "process.starting", "process.restarting" -> started(process, signal);
      case "dependency.missing" -> of(process, Boot::missed);
      case "dependency.installing" ->
          signal.capture("package") == null ? this : of(process, Boot::installing);
      case "dependency.satisfied" -> of(process, boot -> boot.checked(Boot.Dependencies.SATISFIED));
      case "dependency.abandoned" -> of(process, boot -> boot.checked(Boot.Dependencies.ABANDONED));
      case "port.bound" -> of(process, boot -> boot.bound(signal.time()));
      case "process.up" -> of(process, boot -> boot.up(signal.time()));
      case "process.exited", "process.crashed" -> of(process, boot -> boot.ended(signal.time()));
      default -> this;
    };
  }

  /** Takes what was counted: a request that was answered was answered by those that are up. */
  Boots next(Vitals vitals) {
    if (vitals.requests().getOrDefault("2xx", 0L) == 0) {
      return this;
    }
    return new Boots(
        starts.stream()
            .map(boot ->
                boot.upAt() != null
                        && boot.process().startsWith("web")
                        && !vitals.until().isBefore(boot.upAt())
                    ? boot.served(vitals.until())
                    : boot)
            .toList());
  }

  /** A start is told by its platform in several lines. */
  private Boots started(String process, Signal signal) {
    boolean known =
        starts.stream().anyMatch(boot -> boot.process().equals(process) && boot.isGoingOn());
    if (known) {
      return this;
    }
    List<Boot> all = new ArrayList<>(starts);
    all.add(Boot.begun(process, signal.time()));
    return new Boots(all.subList(Math.max(0, all.size() - MOST), all.size()));
  }

  /** Changes the latest start of a process. */
  private Boots of(String process, UnaryOperator<Boot> change) {
    for (int at = starts.size() - 1; at >= 0; at--) {
      if (starts.get(at).process().equals(process)) {
        List<Boot> all = new ArrayList<>(starts);
        all.set(at, change.apply(starts.get(at)));
        return new Boots(all);
      }
    }
    return this;
  }
}
