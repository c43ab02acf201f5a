package io.stormdrain.local;

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
              + "STORMDRAIN_API_TOKEN is shown to it.")
  @Nullable URI url;

  @Option(names = "--data", paramLabel = "DIR", description = "The data folder of up.")
  @Nullable Path data;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this.")
  boolean help;

  ServiceApi api() {
    return new ServiceApi("notifier", address(), System.getenv("STORMDRAIN_API_TOKEN"));
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
