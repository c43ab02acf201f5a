package io.stormdrain.local;

import io.stormdrain.local.data.DataFolder;
import io.stormdrain.local.data.SourcesFile;
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

  @Option(names = "--data", paramLabel = "DIR", description = "The data folder of up.")
  @Nullable Path data;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this.")
  boolean help;

  SourcesFile sources() {
    return file == null ? folder().sources() : new SourcesFile(file);
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
