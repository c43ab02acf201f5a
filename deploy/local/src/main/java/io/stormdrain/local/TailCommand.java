package io.stormdrain.local;

import com.fasterxml.jackson.databind.JsonNode;
import io.stormdrain.local.service.ServiceApi;
import io.stormdrain.notifier.message.InWords;
import io.stormdrain.notifier.message.LogText;
import io.stormdrain.notifier.threshold.Durations;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./stormdrain tail}: log lines of an app, as Kafka has them. */
@Command(
    name = "tail",
    description = {
      "Prints log lines of an app that Kafka still has, the earliest first, without secrets.",
      "On standard error it says how far it looked."
    },
    footer = {"", "Example: ./stormdrain tail --app shop --from 1h --text error --follow"})
final class TailCommand implements Callable<Integer> {

  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final String ALL = "all";
  private static final int AT_ONCE = 500;

  @Option(names = "--app", paramLabel = "NAME", required = true, description = "Whose lines.")
  String app = "";

  @Option(
      names = "--environment",
      paramLabel = "NAME",
      description = "Where it runs, if in several.")
  @Nullable String environment;

  @Option(
      names = "--from",
      paramLabel = "TIME",
      defaultValue = "15m",
      description = "Since how long ago: 90s, 15m, 2h (${DEFAULT-VALUE}).")
  String from = "15m";

  @Option(names = "--text", paramLabel = "TEXT", description = "Only lines with this in them.")
  String text = "";

  @Option(names = "--follow", description = "Goes on with what comes.")
  boolean follow;

  @Mixin NotifierOptions notifier = new NotifierOptions();

  private final PrintStream out = System.out;

  @Override
  public Integer call() throws InterruptedException {
    ServiceApi api = notifier.api();
    String query = query();
    @Nullable String cursor = null;
    while (true) {
      JsonNode end = print(api, cursor == null ? query : query + "&cursor=" + cursor);
      cursor = end.path("next").asText(cursor == null ? "" : cursor);
      String why = end.path("end").asText();
      if (!why.equals(ALL) && !why.equals("enough") && !why.equals("long")) {
        throw new StormdrainException("Kafka is " + why + ": there may be more; try again");
      }
      if (why.equals(ALL)) {
        if (!follow) {
          return 0;
        }
        Thread.sleep(PAUSE);
      }
    }
  }

  /** Prints what is found; returns how far was looked. */
  private JsonNode print(ServiceApi api, String path) throws InterruptedException {
    @Nullable JsonNode last = null;
    try (Stream<JsonNode> lines = api.lines(path)) {
      for (JsonNode line : (Iterable<JsonNode>) lines::iterator) {
        if (line.has("end")) {
          last = line;
        } else {
          out.println(line(line));
        }
      }
    } catch (UncheckedIOException e) {
      throw new StormdrainException("the answer broke off; there may be more", e);
    }
    if (last == null) {
      throw new StormdrainException("the answer broke off; there may be more");
    }
    if (!follow) {
      System.err.println(looked(last));
    }
    return last;
  }

  private String query() {
    Instant since = Instant.now().minus(duration());
    return "/api/v1/apps/%s/lines?limit=%d&from=%s&text=%s%s"
        .formatted(
            ServiceApi.encoded(app),
            AT_ONCE,
            since,
            ServiceApi.encoded(text),
            environment == null ? "" : "&environment=" + ServiceApi.encoded(environment));
  }

  private Duration duration() {
    try {
      return Durations.of(from);
    } catch (IllegalArgumentException e) {
      throw new StormdrainException("--from: " + e.getMessage(), e);
    }
  }

  private static String line(JsonNode line) {
    String process = line.path("process").asText("");
    return "%s %s%s: %s"
        .formatted(
            InWords.time(Instant.parse(line.path("time").asText())),
            line.path("origin").asText(),
            process.isEmpty() ? "" : "[" + LogText.line(process) + "]",
            LogText.line(line.path("text").asText()));
  }

  private static String looked(JsonNode end) {
    String upTo = end.path("upTo").asText("");
    return "looked at %d lines%s"
        .formatted(
            end.path("looked").asLong(),
            upTo.isEmpty() ? "" : ", the last of " + InWords.time(Instant.parse(upTo)));
  }
}
