package io.stormdrain.local;

import io.stormdrain.local.data.Token;
import io.stormdrain.local.service.ServiceApi;
import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which notifier a command talks to. */
final class NotifierOptions {

  @Option(
      names = "--url",
      paramLabel = "URL",
      description =
          "The notifier's address; otherwise that of the up that was started last. "
              + "It is shown STORMDRAIN_API_TOKEN, else the token of the data folder.")
  @Nullable URI url;

  @Option(names = "--data", paramLabel = "DIR", description = "The data folder of up.")
  @Nullable Path data;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this.")
  boolean help;

  ServiceApi api() {
    return new ServiceApi("notifier", address(), token());
  }

  /** The token of the data folder is for its own notifier, and shown to no other. */
  private @Nullable String token() {
    String set = System.getenv("STORMDRAIN_API_TOKEN");
    if (set != null && !set.isBlank()) {
      return set;
    }
    return url != null
        ? null
        : Home.current().data(data).apiToken().find().map(Token::reveal).orElse(null);
  }

  private URI address() {
    if (url != null) {
      return url;
    }
    return Home.current()
        .data(data)
        .running()
        .api()
        .map(URI::create)
        .orElseThrow(() ->
            new StormdrainException(
                "there is no notifier to ask: start ./stormdrain up first, or give --url"));
  }
}
