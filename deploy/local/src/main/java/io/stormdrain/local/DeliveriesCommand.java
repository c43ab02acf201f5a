package io.stormdrain.local;

import com.fasterxml.jackson.databind.JsonNode;
import io.stormdrain.local.service.ServiceApi;
import io.stormdrain.local.service.Table;
import java.io.PrintStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./stormdrain deliveries}: who was told what, and how that went. */
@Command(
    name = "deliveries",
    description = "Who was told what, when, how often it was tried, and what came of it.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example: ./stormdrain deliveries ls --state dead"})
final class DeliveriesCommand {

  private static final String PATH = "/api/v1/deliveries";
  private static final Table TABLE =
      new Table(
          "id", "incident", "seq", "receiver", "reason", "prompt", "state", "attempts", "fault");

  private static final Table RELEASES =
      new Table("id", "app", "release", "receiver", "madeAt", "state", "attempts", "fault");

  private static final Map<String, String> BY =
      Map.of("by", System.getProperty("user.name", "somebody"));

  private final PrintStream out = System.out;

  @Command(name = "ls", description = "Lists them, the latest first.")
  int list(
      @Option(
              names = "--state",
              paramLabel = "STATE",
              description =
                  "pending, claimed, retry, unknown, sent, superseded, suppressed or dead.")
          @Nullable String state,
      @Mixin NotifierOptions notifier)
      throws InterruptedException {
    String query = state == null ? "" : "?state=" + ServiceApi.encoded(state);
    TABLE.lines(notifier.api().get(PATH + query).path("deliveries")).forEach(out::println);
    return 0;
  }

  @Command(name = "releases", description = "Releases that receivers were told of.")
  int releases(@Mixin NotifierOptions notifier) throws InterruptedException {
    RELEASES.lines(notifier.api().get("/api/v1/announcements")).forEach(out::println);
    return 0;
  }

  @Command(name = "show", description = "All there is to say about one.")
  int show(
      @Parameters(paramLabel = "ID", description = "Its number.") long id,
      @Mixin NotifierOptions notifier)
      throws InterruptedException {
    Table.fields(notifier.api().get(PATH + "/" + id)).forEach(out::println);
    return 0;
  }

  @Command(name = "replay", description = "Has a dead one tried again.")
  int replay(
      @Parameters(paramLabel = "ID", description = "Its number.") long id,
      @Mixin NotifierOptions notifier)
      throws InterruptedException {
    JsonNode answer = notifier.api().post(PATH + "/" + id + "/replay", BY);
    Table.fields(answer).forEach(out::println);
    return 0;
  }
}
