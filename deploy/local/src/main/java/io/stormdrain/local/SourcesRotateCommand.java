package io.stormdrain.local;

import io.stormdrain.local.data.Token;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./stormdrain sources rotate}. */
@Command(
    name = "rotate",
    description = {
      "Gives a source a new token and prints it; the one before stays valid, so that no line is lost",
      "while its platform is told. When lines come with the new one, --finish takes the other back."
    })
final class SourcesRotateCommand implements Callable<Integer> {

  @Parameters(paramLabel = "ID", description = "The source.")
  String id = "";

  @Option(names = "--finish", description = "Takes back all tokens but the newest.")
  boolean finish;

  @Mixin SourcesOptions options = new SourcesOptions();

  @Override
  public Integer call() throws InterruptedException {
    if (finish) {
      options.book().settle(id);
      System.out.printf("source %s has its newest token only%n", id);
      return 0;
    }
    Token fresh = options.book().rotate(id);
    System.out.printf(
        """
        source %1$s has a new token, and the one before until you finish, at most a week where the registry keeps it:
          %2$s
        Put it where the old one stands, then: ./stormdrain sources rotate %1$s --finish
        """,
        id, fresh.reveal());
    return 0;
  }
}
