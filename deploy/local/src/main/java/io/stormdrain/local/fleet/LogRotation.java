package io.stormdrain.local.fleet;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * Keeps every log below a size: copies it to {@code NAME.log.1} and empties it. The writers append,
 * so they go on at the new end; a line written between the two steps is lost, which a log of our
 * own may.
 */
public final class LogRotation {

  private static final long MAX_BYTES = 5L << 20;
  private static final Duration STEP = Duration.ofSeconds(10);

  private LogRotation() {}

  /** Looks after the logs of a folder for as long as this JVM lives. */
  public static void watch(Path folder) {
    Thread.ofVirtual()
        .name("log-rotation")
        .start(() -> {
          while (true) {
            rotate(folder, MAX_BYTES);
            LockSupport.parkNanos(STEP.toNanos());
          }
        });
  }

  static void rotate(Path folder, long maxBytes) {
    for (Path log : logs(folder)) {
      try {
        if (Files.size(log) > maxBytes) {
          Path old = log.resolveSibling(log.getFileName() + ".1");
          Files.copy(log, old, StandardCopyOption.REPLACE_EXISTING);
          try (FileChannel channel = FileChannel.open(log, StandardOpenOption.WRITE)) {
            channel.truncate(0);
          }
        }
      } catch (IOException e) {
        // Full disk or a log that somebody removed: the next round tries again.
      }
    }
  }

  private static List<Path> logs(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".log")).toList();
    } catch (IOException e) {
      return List.of();
    }
  }
}
