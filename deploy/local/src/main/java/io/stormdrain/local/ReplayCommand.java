package io.stormdrain.local;

import io.stormdrain.local.logplex.Drain;
import io.stormdrain.local.logplex.DrainAddress;
import io.stormdrain.local.logplex.FrameIds;
import io.stormdrain.local.logplex.Totals;
import io.stormdrain.local.replay.Player;
import io.stormdrain.local.replay.Span;
import io.stormdrain.local.replay.Speed;
import io.stormdrain.local.replay.Timeline;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./stormdrain replay}. */
@Command(
    name = "replay",
    description = {
      "Sends a recorded log, the text that \"heroku logs\" prints, to a drain as Heroku would.",
      "Times are shifted so that the last line is of now. A line without a time shares that of the",
      "line before it. Exit code: 0 all acknowledged, 1 some were not, 2 misused."
    },
    footer = {
      "",
      "Example: ./stormdrain replay deploy/local/samples/crash-loop.log --app shop --speed 60"
    })
final class ReplayCommand implements Callable<Integer> {

  private static final Duration TELL_EVERY = Duration.ofSeconds(5);

  @Parameters(paramLabel = "FILE", description = "The recording.")
  Path file = Path.of("");

  @Option(
      names = "--app",
      paramLabel = "NAME",
      defaultValue = "shop",
      description = "Whose lines they are (${DEFAULT-VALUE}); an unknown app gets a source.")
  String app = "shop";

  @Option(
      names = "--speed",
      paramLabel = "N",
      defaultValue = "max",
      description =
          "max sends everything at once (the usual way), 1 as recorded, 60 a minute in a second.")
  String speed = "max";

  @Option(names = "--keep-times", description = "Lines carry the times that they were recorded at.")
  boolean keepTimes;

  @Option(
      names = "--frame-ids",
      paramLabel = "KEY",
      description = "Makes the frame ids from KEY: what is sent twice with one key counts once.")
  @Nullable String frameIds;

  @Option(
      names = "--url",
      paramLabel = "URL",
      description =
          "The drain, as heroku drains:add takes it; otherwise the one that up started last.")
  @Nullable String url;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "The data folder of up, which knows the drain and the app's token.")
  @Nullable Path data;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this.")
  boolean help;

  @Override
  public Integer call() throws InterruptedException {
    Recording recording = new Recording(file);
    Speed pace = pace();
    Span span = recording.read(Span::of);
    if (span.lines() == 0) {
      throw new StormdrainException(file + " is empty");
    }
    DrainAddress address = new Destination(Home.current().data(data), url).of(app);
    System.out.printf(
        "replaying %s to %s for app %s: %d lines of %s%n",
        file.getFileName(), address, app, span.lines(), words(span.length()));
    Drain drain = Drain.at(address, frameIds == null ? FrameIds.fresh() : FrameIds.of(frameIds));
    Player player = new Player(drain, progress(span.lines()));
    Instant start = Instant.now();
    Timeline timeline = new Timeline(span, start, pace, keepTimes);
    boolean finished = recording.read(lines -> player.play(lines, timeline));
    return report(drain.totals(), finished, Duration.between(start, Instant.now()));
  }

  private Speed pace() {
    try {
      return Speed.parse(speed);
    } catch (IllegalArgumentException e) {
      throw new StormdrainException("--" + e.getMessage(), e);
    }
  }

  private static IntConsumer progress(int lines) {
    Instant[] told = {Instant.now()};
    return number -> {
      if (Duration.between(told[0], Instant.now()).compareTo(TELL_EVERY) > 0) {
        told[0] = Instant.now();
        System.out.printf("  %d of %d lines sent%n", number, lines);
      }
    };
  }

  private static int report(Totals totals, boolean finished, Duration took) {
    System.out.printf(
        Locale.ROOT,
        "sent %d messages in %d request%s, %.1f s: %d acknowledged, %d dropped%n",
        totals.acknowledged() + totals.dropped(),
        totals.requests(),
        totals.requests() == 1 ? "" : "s",
        took.toMillis() / 1000.0,
        totals.acknowledged(),
        totals.dropped());
    if (!finished) {
      System.err.printf(
          "stormdrain: stopped before the end, %s; does ./stormdrain up run?%n",
          totals.lastFailure());
    } else if (totals.dropped() > 0) {
      System.err.println(
          "stormdrain: messages were dropped, at last because " + totals.lastFailure());
    }
    return finished && totals.dropped() == 0 ? 0 : 1;
  }

  private static String words(Duration length) {
    return length.toHours() > 0
        ? length.toHours() + " h " + length.toMinutesPart() + " min"
        : length.toMinutes() + " min " + length.toSecondsPart() + " s";
  }
}
