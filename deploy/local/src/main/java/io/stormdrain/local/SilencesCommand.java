package io.stormdrain.local;

import io.stormdrain.local.service.Table;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./stormdrain silences}: what nobody wants to be told of for a while. */
@Command(
    name = "silences",
    description = "What nobody wants to be told of for a while.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Example: ./stormdrain silences add app=shop class=memory-quota --until next-release"
    })
final class SilencesCommand {

  private static final String PATH = "/api/v1/silences";
  private static final Table TABLE = new Table("id", "match", "until", "by", "why", "active");
  private static final Table INCIDENTS = new Table("label", "app", "severity", "title");

  private final PrintStream out = System.out;

  @Command(name = "ls", description = "Lists those that go on.")
  int list(
      @Option(names = "--all", description = "Those that are over too.") boolean all,
      @Mixin NotifierOptions notifier)
      throws InterruptedException {
    TABLE.lines(notifier.api().get(PATH + "?all=" + all).path("silences")).forEach(out::println);
    return 0;
  }

  @Command(name = "add", description = "Asks for silence; says what of what goes on it is about.")
  int add(
      @Parameters(
              paramLabel = "ATTRIBUTE=TEXT",
              arity = "1..*",
              description = "What incidents have to be like: app=shop class=memory-quota.")
          Map<String, String> match,
      @Option(
              names = "--until",
              paramLabel = "WHEN",
              required = true,
              description = "1h, 2026-02-10T14:00:00Z, next-release or count-doubles.")
          String until,
      @Option(names = "--why", paramLabel = "TEXT", defaultValue = "", description = "Why.")
          String why,
      @Option(names = "--preview", description = "Only says what it would be about.")
          boolean preview,
      @Mixin NotifierOptions notifier)
      throws InterruptedException {
    Map<String, List<String>> wanted = new HashMap<>();
    match.forEach((attribute, text) -> wanted.put(attribute, List.of(text)));
    Map<String, Object> body = Map.of("by", by(), "until", until, "why", why, "match", wanted);
    INCIDENTS
        .lines(notifier.api().post(PATH + "/preview", body).path("live"))
        .forEach(out::println);
    if (!preview) {
      TABLE.lines(List.of(notifier.api().post(PATH, body))).forEach(out::println);
    }
    return 0;
  }

  @Command(name = "end", description = "Ends one before its time.")
  int end(
      @Parameters(paramLabel = "ID", description = "Its number.") long id,
      @Mixin NotifierOptions notifier)
      throws InterruptedException {
    TABLE
        .lines(List.of(notifier.api().post(PATH + "/" + id + "/end", Map.of("by", by()))))
        .forEach(out::println);
    return 0;
  }

  private static String by() {
    return System.getProperty("user.name", "somebody");
  }
}
