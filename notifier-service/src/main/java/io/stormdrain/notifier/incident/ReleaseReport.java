package io.stormdrain.notifier.incident;

import io.stormdrain.notifier.process.Release;
import io.stormdrain.notifier.process.Story;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a release went so far, in words, and what to do about it. Pure.
 *
 * @param verdict what is said of it
 * @param words for the title of its incident
 * @param steps what to do; none where it is well
 */
record ReleaseReport(Verdict verdict, Map<String, Object> words, List<String> steps) {

  private static final long MEGABYTE = 1_048_576;
  private static final String DEPLOY_FAILED = "deploy-failed";

  /** How it looks at the end of the time that it was given. */
  enum Verdict {
    HEALTHY("is healthy"),
    TROUBLED("is in trouble"),
    UNSEEN("was not seen to start");

    private final String words;

    Verdict(String words) {
      this.words = words;
    }
  }

  ReleaseReport {
    words = Map.copyOf(words);
    steps = List.copyOf(steps);
  }

  static ReleaseReport of(Release release, Story story, Docket docket, Instant at) {
    List<Incident> live =
        DeployWatch.troubles(release, null, docket.incidents()).stream()
            .filter(Incident::isLive)
            .filter(incident -> !isOfAnother(incident, docket))
            .toList();
    Verdict verdict = verdict(release, live);
    String why = verdict == Verdict.HEALTHY ? facts(release) : trouble(release, live);
    String after = "after " + inWords(Duration.between(release.at(), at));
    return new ReleaseReport(
        verdict,
        Map.of(
            "release",
            release.version(),
            "verdict",
            "%s %s: %s".formatted(verdict.words, after, why)),
        verdict == Verdict.HEALTHY
            ? List.of()
            : steps(story.lastGoodBefore(release.at()), docket.app()));
  }

  /** Where a later deployment failed, what is live goes on, and the trouble is of the other. */
  private static boolean isOfAnother(Incident incident, Docket docket) {
    return docket.members(incident.id()).stream()
        .anyMatch(member -> member.rule().equals(DEPLOY_FAILED));
  }

  private static Verdict verdict(Release release, List<Incident> live) {
    boolean refuses = release.askedAt() != null && release.servedAt() == null;
    if (!live.isEmpty() || refuses) {
      return Verdict.TROUBLED;
    }
    if (release.upAt() != null) {
      return Verdict.HEALTHY;
    }
    return release.deaths() > 0 ? Verdict.TROUBLED : Verdict.UNSEEN;
  }

  private static String trouble(Release release, List<Incident> live) {
    if (!live.isEmpty()) {
      return live.getFirst().title()
          + (live.size() > 1 ? ", and " + (live.size() - 1) + " more" : "");
    }
    if (release.upAt() != null) {
      return "up, but no request was answered well";
    }
    return release.deaths() > 0
        ? times(release.deaths()) + ", and is not up"
        : "no process came up";
  }

  private static String facts(Release release) {
    List<String> facts = new ArrayList<>();
    Duration boot = Duration.between(release.at(), release.upAt());
    facts.add(boot.isZero() ? "live" : "up after " + inWords(boot));
    if (release.servedAt() != null) {
      Duration served = Duration.between(release.at(), release.servedAt());
      facts.add("first request answered within " + inWords(served));
    }
    facts.add(release.deaths() == 0 ? "no restarts after a death" : times(release.deaths()));
    if (release.memory() != null) {
      Long quota = release.memory().quota();
      facts.add(
          "memory up to %d MB%s"
              .formatted(
                  release.memory().used() / MEGABYTE,
                  quota == null ? "" : " of " + quota / MEGABYTE));
    }
    return String.join(", ", facts);
  }

  private static List<String> steps(@Nullable Release good, App app) {
    if (good == null) {
      return List.of();
    }
    String how =
        app.platform().equals("heroku")
            ? "`heroku rollback %s --app %s`".formatted(good.version(), app.name())
            : "deploy it again on " + app.platform();
    return List.of(
        "The last good release is %s; to go back to it: %s".formatted(good.version(), how));
  }

  private static String times(int deaths) {
    return deaths == 1 ? "died once" : "died " + deaths + " times";
  }

  /** {@code 90 s}, {@code 10 min}, {@code 1 h}. */
  private static String inWords(Duration duration) {
    long seconds = duration.toSeconds();
    if (seconds < 120) {
      return seconds + " s";
    }
    return seconds < 3_600 ? seconds / 60 + " min" : seconds / 3_600 + " h";
  }
}
