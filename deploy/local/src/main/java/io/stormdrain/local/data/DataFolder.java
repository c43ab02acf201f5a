package io.stormdrain.local.data;

import io.stormdrain.engines.Folders;
import io.stormdrain.local.StormdrainException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Everything that Stormdrain keeps between runs.
 *
 * <pre>
 * .stormdrain     says that the folder is ours, and its layout
 * lock            held while somebody runs on it, with the number of that process
 * kafka/ postgresql/ spool/ log/
 * sources.yaml    who may send
 * token-key       of the hashes of tokens in the registry of sources
 * admin-token     what lets into the API of sources
 * api-token       what commands show to the notifier
 * running         what runs: processes and addresses
 * </pre>
 *
 * @param path absolute
 */
public record DataFolder(Path path) {

  private static final String MARKER = ".stormdrain";
  private static final String LAYOUT = "1";

  /** Makes the path absolute. */
  public DataFolder {
    path = path.toAbsolutePath().normalize();
  }

  /**
   * Creates the folder, or takes one that was created before.
   *
   * @throws StormdrainException when it cannot be written, or is somebody else's
   */
  public void open() {
    try {
      if (!isOurs()) {
        if (Files.isDirectory(path) && !isEmpty()) {
          throw new StormdrainException(
              path + " holds other things: give an empty or a new folder with --data");
        }
        Folders.createPrivate(path);
        Files.writeString(path.resolve(MARKER), LAYOUT + "\n");
      }
      Files.createDirectories(logs());
    } catch (IOException e) {
      throw new StormdrainException(
          "the data folder %s cannot be written (%s): give another one with --data"
              .formatted(path, e.getClass().getSimpleName()),
          e);
    }
    if (!Files.isWritable(path)) {
      throw new StormdrainException(
          "the data folder %s cannot be written: give another one with --data".formatted(path));
    }
  }

  private boolean isEmpty() throws IOException {
    try (Stream<Path> files = Files.list(path)) {
      return files.findFirst().isEmpty();
    }
  }

  /** Whether it is a data folder of Stormdrain. */
  public boolean isOurs() {
    return Files.exists(path.resolve(MARKER));
  }

  /**
   * Deletes the folder with everything in it, the marker last, so that a second attempt is allowed.
   *
   * @throws StormdrainException when something cannot be deleted
   */
  public void delete() {
    if (!isOurs()) {
      throw new StormdrainException(path + " is not a data folder of Stormdrain");
    }
    try (Stream<Path> files = Files.list(path)) {
      for (Path file : files.filter(file -> !file.endsWith(MARKER)).toList()) {
        Folders.delete(file);
      }
      Folders.delete(path);
    } catch (IOException e) {
      throw new StormdrainException("cannot delete " + e.getMessage(), e);
    }
  }

  /** Where the broker keeps its log. */
  public Path kafka() {
    return path.resolve("kafka");
  }

  /** Where PostgreSQL keeps its files. */
  public Path postgresql() {
    return path.resolve("postgresql");
  }

  /** Where the ingest service keeps lines while Kafka is away. */
  public Path spool() {
    return path.resolve("spool");
  }

  /** The folder of the logs, one per process. */
  public Path logs() {
    return path.resolve("log");
  }

  /** The log of one process. */
  public Path log(String process) {
    return logs().resolve(process + ".log");
  }

  /** Who may send. */
  public SourcesFile sources() {
    return new SourcesFile(path.resolve("sources.yaml"));
  }

  /** The key of the hashes of tokens in the registry of sources. */
  public SecretFile tokenKey() {
    return new SecretFile(path.resolve("token-key"));
  }

  /** What lets into the API of sources. */
  public SecretFile adminToken() {
    return new SecretFile(path.resolve("admin-token"));
  }

  /** What commands show to the notifier. */
  public SecretFile apiToken() {
    return new SecretFile(path.resolve("api-token"));
  }

  /** What runs on this folder. */
  public RunningFile running() {
    return new RunningFile(path.resolve("running"));
  }

  Path lock() {
    return path.resolve("lock");
  }
}
