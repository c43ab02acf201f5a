package io.stormdrain.local;

import io.stormdrain.local.data.Draft;
import io.stormdrain.local.data.Token;
import io.stormdrain.local.registry.SourceBook;
import io.stormdrain.local.sender.Arrivals;
import io.stormdrain.notifier.sender.Instructions;
import io.stormdrain.notifier.sender.Sender;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./stormdrain sources add}. */
@Command(
    name = "add",
    description = {
      "Adds a source with a new token, and prints what to paste into its platform. With --wait it",
      "then waits for the first line. Exit code: 0; 1 when it was not added, or no line came."
    })
final class SourcesAddCommand implements Callable<Integer> {

  @Parameters(paramLabel = "APP", description = "The app, and the source's id.")
  String app = "";

  @Option(
      names = "--platform",
      paramLabel = "WORD",
      defaultValue = "heroku",
      description =
          "Who sends: heroku, railway, render, github, vercel, sentry, scalingo, otlp, json, loki, "
              + "elasticsearch, splunk, syslog (${DEFAULT-VALUE}).")
  String platform = "heroku";

  @Option(names = "--environment", paramLabel = "NAME", description = "production, staging, ...")
  @Nullable String environment;

  @Option(names = "--team", paramLabel = "NAME", description = "To whom it belongs.")
  @Nullable String team;

  @Option(
      names = "--lines-per-second",
      paramLabel = "N",
      description = "That it may send for long; otherwise as many as anybody.")
  @Nullable Integer lines;

  @Option(
      names = "--wait",
      paramLabel = "SECONDS",
      arity = "0..1",
      fallbackValue = "300",
      defaultValue = "0",
      description = "Waits for the first line, with up running (${FALLBACK-VALUE}).")
  int wait;

  @Mixin SourcesOptions options = new SourcesOptions();

  @Override
  public Integer call() throws InterruptedException {
    Sender sender = Sender.named(platform);
    if (sender == null) {
      throw new StormdrainException(
          "--platform %s is not known; known are %s".formatted(platform, Sender.words()));
    }
    URI door = options.door();
    String secret = sender.takesSecret() ? Token.random().reveal() : null;
    SourceBook book = options.book();
    List<String> secrets = secret == null ? List.of() : List.of(secret);
    String token =
        book.add(
                new Draft(
                    app, app, sender.platform(), environment, team, lines, secrets, List.of()))
            .reveal();
    System.out.printf("added source %s to %s%n%n", app, book.name());
    new Instructions(door, app, token, secret == null ? "" : secret)
        .of(sender)
        .forEach(System.out::println);
    return wait == 0 ? 0 : await();
  }

  private int await() throws InterruptedException {
    URI running = options.running();
    if (running == null) {
      throw new StormdrainException("--wait needs the door of up, which was not started yet");
    }
    System.out.printf("%nwaiting for the first line ...%n");
    boolean came = new Arrivals(running).await(app, Duration.ofSeconds(wait));
    System.out.println(
        came ? "✓ lines of " + app + " arrive" : "no line came within " + wait + " s");
    return came ? 0 : 1;
  }
}
