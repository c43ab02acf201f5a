package io.stormdrain.local;

import io.stormdrain.local.data.DataFolder;
import io.stormdrain.local.data.SourcesFile;
import io.stormdrain.local.data.Token;
import io.stormdrain.local.registry.ApiBook;
import io.stormdrain.local.registry.FileBook;
import io.stormdrain.local.registry.SourceBook;
import io.stormdrain.local.service.ServiceApi;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which sources, and which door: options of all commands about them. */
final class SourcesOptions {

  /** Nobody has this one. */
  private static final String UNKNOWN = "https://logs.example.com";

  @Option(
      names = "--file",
      paramLabel = "FILE",
      description = "The file that ingest reads; otherwise the one in the data folder of up.")
  @Nullable Path file;

  @Option(
      names = "--door",
      paramLabel = "URL",
      defaultValue = "${env:STORMDRAIN_DOOR}",
      description =
          "Where platforms reach the door, https://HOST; otherwise STORMDRAIN_DOOR. It is printed, not asked.")
  @Nullable String door;

  @Option(
      names = "--url",
      paramLabel = "URL",
      description =
          "The ingest service whose registry is meant; otherwise that of the up that was started last. "
              + "STORMDRAIN_ADMIN_TOKEN is shown to it.")
  @Nullable URI url;

  @Option(names = "--data", paramLabel = "DIR", description = "The data folder of up.")
  @Nullable Path data;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this.")
  boolean help;

  /** The registry of the service that runs; the file where none does, or has none. */
  SourceBook book() throws InterruptedException {
    if (file != null) {
      return new FileBook(new SourcesFile(file), null);
    }
    ApiBook registry = url == null && running() == null ? null : registry();
    return registry != null && (url != null || isThere(registry))
        ? registry
        : new FileBook(folder().sources(), running());
  }

  /** An up that has ended, or is an older one, leaves the file. */
  private static boolean isThere(ApiBook registry) throws InterruptedException {
    try {
      return registry.isThere();
    } catch (StormdrainException e) {
      return false;
    }
  }

  /** The registry of the service that runs. */
  ApiBook registry() {
    URI service = url == null ? running() : url;
    if (service == null) {
      throw new StormdrainException(
          "there is no service to ask: start ./stormdrain up first, or give --url");
    }
    String given = System.getenv("STORMDRAIN_ADMIN_TOKEN");
    String token =
        given == null && url == null
            ? folder().adminToken().find().map(Token::reveal).orElse(null)
            : given;
    return new ApiBook(new ServiceApi("ingest service", service, token));
  }

  /** The door of {@code up} as this machine reaches it; null when there was no run. */
  @Nullable URI running() {
    String drain = file == null ? folder().running().drain().orElse(null) : null;
    return drain == null ? null : URI.create(drain).resolve("/");
  }

  private DataFolder folder() {
    return Home.current().data(data);
  }

  /** As platforms reach it. */
  URI door() {
    String given = door == null || door.isBlank() ? UNKNOWN : door;
    try {
      URI uri = new URI(given.replaceFirst("/+$", ""));
      if (uri.getHost() != null && uri.getPath().isEmpty()) {
        return uri;
      }
    } catch (URISyntaxException e) {
      throw new StormdrainException("--door is not an address: " + e.getReason(), e);
    }
    throw new StormdrainException("--door is not of the form https://HOST");
  }
}
