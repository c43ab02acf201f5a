package io.stormdrain.local;

import com.fasterxml.jackson.databind.JsonNode;
import io.stormdrain.local.release.ReleaseReport;
import io.stormdrain.local.service.ServiceApi;
import io.stormdrain.notifier.threshold.Durations;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./stormdrain wait-for-release}: a gate behind a deployment. */
@Command(
    name = "wait-for-release",
    description = {
      "Waits until a release of an app has been well for a while, or is in trouble.",
      "Exit code: 0 healthy; 1 in trouble, the incident and its fix are printed, or the notifier "
          + "does not answer; 2 misused; 3 not judged in time, or replaced by the next release."
    },
    footer = {"", "Example: ./stormdrain wait-for-release v44 --app shop --healthy 10m"})
final class WaitForReleaseCommand implements Callable<Integer> {

  private static final int TROUBLED = 1;
  private static final int UNDECIDED = 3;
  private static final Duration EVERY = Duration.ofSeconds(2);

  @Parameters(paramLabel = "VERSION", description = "The release, as the platform calls it: v44.")
  String version = "";

  @Option(names = "--app", paramLabel = "NAME", required = true, description = "Whose release.")
  String app = "";

  @Option(
      names = "--healthy",
      paramLabel = "TIME",
      defaultValue = "10m",
      description = "How long it has to be well: 90s, 10m, 1h (${DEFAULT-VALUE}).")
  String healthy = "10m";

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      defaultValue = "30m",
      description = "How long to wait at most (${DEFAULT-VALUE}).")
  String timeout = "30m";

  @Mixin NotifierOptions notifier = new NotifierOptions();

  private final PrintStream out = System.out;

  @Override
  public Integer call() throws InterruptedException {
    long end = System.nanoTime() + duration("--timeout", timeout).toNanos();
    duration("--healthy", healthy);
    ServiceApi api = notifier.api();
    String told = "";
    while (true) {
      JsonNode release = find(api);
      String line = release == null ? version + ": not seen yet" : ReleaseReport.line(release);
      if (!line.equals(told)) {
        out.println(line);
        told = line;
      }
      Optional<Integer> code = release == null ? Optional.empty() : judge(api, release);
      if (code.isPresent()) {
        return code.get();
      }
      if (System.nanoTime() > end) {
        out.println("not judged within " + timeout);
        return UNDECIDED;
      }
      Thread.sleep(EVERY);
    }
  }

  private Optional<Integer> judge(ServiceApi api, JsonNode release) throws InterruptedException {
    return switch (release.path("verdict").asText()) {
      case "healthy" -> Optional.of(0);
      case "troubled" -> {
        new ReleaseReport(api).troubles(release).forEach(out::println);
        yield Optional.of(TROUBLED);
      }
      case "superseded" -> Optional.of(UNDECIDED);
      default -> Optional.empty();
    };
  }

  private @Nullable JsonNode find(ServiceApi api) throws InterruptedException {
    String path = "/api/v1/apps/%s/releases?healthy=%s".formatted(ServiceApi.encoded(app), healthy);
    JsonNode page = api.find(path);
    if (page != null) {
      for (JsonNode release : page.path("releases")) {
        if (release.path("version").asText().equals(version)) {
          return release;
        }
      }
    }
    return null;
  }

  private static Duration duration(String option, String text) {
    try {
      return Durations.of(text);
    } catch (IllegalArgumentException e) {
      throw new StormdrainException(option + ": " + e.getMessage(), e);
    }
  }
}
