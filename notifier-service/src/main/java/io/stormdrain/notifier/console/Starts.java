package io.stormdrain.notifier.console;

import io.stormdrain.notifier.message.InWords;
import io.stormdrain.notifier.process.Boot;
import io.stormdrain.notifier.process.Boots;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Starts of processes as the page of an app lists them. */
final class Starts {

  private static final int MOST = 10;

  private Starts() {}

  /** The last ones, the latest first. */
  static List<AppPage.Started> of(Boots boots) {
    return boots.starts().reversed().stream().limit(MOST).map(Starts::of).toList();
  }

  private static AppPage.Started of(Boot boot) {
    List<String> steps = new ArrayList<>();
    switch (boot.dependencies()) {
      case UNCHECKED -> {
        // Nobody asked for any.
      }
      case MISSING -> steps.add(installs(boot) + ", not satisfied yet");
      case SATISFIED -> steps.add(installs(boot) + ", satisfied");
      case ABANDONED -> steps.add(installs(boot) + ", given up");
    }
    after(steps, "port bound after ", boot.at(), boot.portAt());
    after(steps, "up after ", boot.at(), boot.upAt());
    after(steps, "first request answered within ", boot.at(), boot.servedAt());
    after(steps, "ended after ", boot.at(), boot.endedAt());
    return new AppPage.Started(
        Shown.name(boot.process()), new Moment(boot.at()), String.join("; ", steps));
  }

  private static String installs(Boot boot) {
    return "%d attempts at dependencies, %d installs".formatted(boot.attempts(), boot.installs());
  }

  private static void after(
      List<String> steps, String what, Instant from, @Nullable Instant until) {
    if (until != null) {
      steps.add(what + InWords.duration(Duration.between(from, until)));
    }
  }
}
