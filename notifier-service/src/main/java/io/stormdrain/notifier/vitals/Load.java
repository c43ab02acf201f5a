package io.stormdrain.notifier.vitals;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.stormdrain.notifier.signal.Vitals;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The requests of an app in its last five minutes, by its own time. Bounded: ten windows.
 *
 * @param windows of 30 s each, oldest first, those without requests left out
 * @param maintainedAt when its platform answered with the maintenance page last, null when never
 */
public record Load(List<Window> windows, @Nullable Instant maintainedAt) {

  /** Nothing was asked of the app. */
  public static final Load NONE = new Load(List.of(), null);

  /** How far it looks back. */
  public static final Duration SPAN = Duration.ofMinutes(5);

  private static final long WINDOW_SECONDS = 30;

  public Load {
    windows = List.copyOf(windows);
  }

  /** With one more record; what is too old for the latest is forgotten. */
  public Load plus(Vitals vitals) {
    Counts counts = requests(Counts.of(vitals));
    if (counts.equals(Counts.NONE)) {
      return this;
    }
    Instant from = start(vitals.from());
    List<Window> all = new ArrayList<>(windows);
    int at = all.size();
    while (at > 0 && all.get(at - 1).from().isAfter(from)) {
      at--;
    }
    if (at > 0 && all.get(at - 1).from().equals(from)) {
      all.set(at - 1, new Window(from, all.get(at - 1).counts().plus(counts)));
    } else {
      all.add(at, new Window(from, counts));
    }
    Instant oldest = all.getLast().from().plusSeconds(WINDOW_SECONDS).minus(SPAN);
    all.removeIf(window -> window.from().isBefore(oldest));
    return new Load(all, maintainedAt);
  }

  /** The platform answers in the app's place: what it says is no error of the app. */
  public Load maintained(Instant at) {
    return new Load(windows, at);
  }

  /** Whether some of it may have been answered in the app's place. */
  public boolean isMaintained(Instant at) {
    return maintainedAt != null && at.isBefore(maintainedAt.plus(SPAN));
  }

  /** All of it together. */
  @JsonIgnore
  public Counts total() {
    return windows.stream().map(Window::counts).reduce(Counts.NONE, Counts::plus);
  }

  private static Counts requests(Counts counts) {
    return new Counts(0, 0, counts.requests(), counts.latencies(), Map.of());
  }

  private static Instant start(Instant time) {
    long second = time.getEpochSecond();
    return Instant.ofEpochSecond(second - Math.floorMod(second, WINDOW_SECONDS));
  }
}
