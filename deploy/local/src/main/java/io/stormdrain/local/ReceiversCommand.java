package io.stormdrain.local;

import com.fasterxml.jackson.databind.JsonNode;
import io.stormdrain.local.service.ServiceApi;
import io.stormdrain.local.service.Table;
import java.io.PrintStream;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code ./stormdrain receivers}: who can be told, and whether they hear. */
@Command(
    name = "receivers",
    description = "Who can be told, and whether they hear.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example: ./stormdrain receivers ping slack"})
final class ReceiversCommand {

  private static final String PATH = "/api/v1/receivers";
  private static final Table TABLE =
      new Table("name", "state", "waiting", "failures", "fault", "detail", "fallback");
  private static final int DEAF = 1;

  private static final Map<String, String> BY =
      Map.of("by", System.getProperty("user.name", "somebody"));

  private final PrintStream out = System.out;

  @Command(name = "ls", description = "Lists them, and how they are.")
  int list(@Mixin NotifierOptions notifier) throws InterruptedException {
    TABLE.lines(notifier.api().get(PATH).path("receivers")).forEach(out::println);
    return 0;
  }

  @Command(
      name = "ping",
      description = "Tells one of a test incident and of its end. Exit code 1: it did not hear.")
  int ping(
      @Parameters(paramLabel = "NAME", description = "Name of the receiver.") String name,
      @Mixin NotifierOptions notifier)
      throws InterruptedException {
    JsonNode answer = notifier.api().post(PATH + "/" + ServiceApi.encoded(name) + "/ping", BY);
    Table.fields(answer).forEach(out::println);
    return answer.path("delivered").asBoolean() ? 0 : DEAF;
  }
}
