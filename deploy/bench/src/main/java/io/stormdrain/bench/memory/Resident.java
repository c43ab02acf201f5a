package io.stormdrain.bench.memory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * Memory that a process holds in the machine's chips. Pages that several share are divided among
 * them, so that the sum over all processes is what they take together: PostgreSQL's would be
 * counted many times otherwise.
 */
final class Resident {

  private static final Path PROCESSES = Path.of("/proc");
  private static final String PROPORTIONAL = "Pss:";

  private Resident() {}

  /** Whether this machine says it. */
  static boolean isKnown() {
    return Files.exists(file(ProcessHandle.current()));
  }

  /** Bytes of one process; 0 when it has just ended. */
  static long bytes(ProcessHandle process) {
    try {
      return bytes(Files.readAllLines(file(process)));
    } catch (NoSuchFileException e) {
      return 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Of the lines of {@code smaps_rollup}, as {@code Pss: 1234 kB}. */
  static long bytes(List<String> lines) {
    return lines.stream()
        .filter(line -> line.startsWith(PROPORTIONAL))
        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024)
        .sum();
  }

  private static Path file(ProcessHandle process) {
    return PROCESSES.resolve(Long.toString(process.pid())).resolve("smaps_rollup");
  }
}
