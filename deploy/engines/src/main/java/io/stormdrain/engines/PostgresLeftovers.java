package io.stormdrain.engines;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What an earlier run may have left of a cluster: a postmaster that nobody stopped, its children,
 * or its pid file. Only processes that work on this very data folder are touched.
 */
final class PostgresLeftovers {

  private static final Duration FAST = Duration.ofSeconds(20);
  private static final Duration IMMEDIATE = Duration.ofSeconds(5);

  private final Path data;

  PostgresLeftovers(Path data) {
    this.data = data.toAbsolutePath();
  }

  /** Ends the processes and removes the pid file. */
  void remove() throws IOException {
    Optional<ProcessHandle> postmaster = postmaster();
    if (postmaster.isPresent()) {
      end(postmaster.get());
    }
    // Children notice the death of their postmaster by themselves; those busy with a query may not.
    for (ProcessHandle child : children()) {
      if (!Exits.await(child, IMMEDIATE)) {
        child.destroyForcibly();
        Exits.await(child, IMMEDIATE);
      }
    }
    Files.deleteIfExists(pidFile());
  }

  private Path pidFile() {
    return data.resolve("postmaster.pid");
  }

  /** The number in the pid file may by now belong to somebody else's process. */
  private Optional<ProcessHandle> postmaster() throws IOException {
    if (!Files.exists(pidFile())) {
      return Optional.empty();
    }
    return Files.readAllLines(pidFile()).stream()
        .findFirst()
        .filter(line -> line.matches("[0-9]{1,9}"))
        .flatMap(line -> ProcessHandle.of(Long.parseLong(line)))
        .filter(process -> isPostgres(process) && namesOurData(process));
  }

  private static boolean isPostgres(ProcessHandle process) {
    return process.info().command().filter(path -> path.endsWith("/bin/postgres")).isPresent();
  }

  private boolean namesOurData(ProcessHandle process) {
    return process
        .info()
        .arguments()
        .filter(arguments -> Arrays.asList(arguments).contains(data.toString()))
        .isPresent();
  }

  /** Every process of PostgreSQL works inside its data folder. Known on Linux only. */
  private List<ProcessHandle> children() {
    return ProcessHandle.allProcesses()
        .filter(process -> isPostgres(process) && worksIn(process, data))
        .toList();
  }

  private static boolean worksIn(ProcessHandle process, Path folder) {
    try {
      Path link = Path.of("/proc", Long.toString(process.pid()), "cwd");
      return Files.readSymbolicLink(link).equals(folder.toRealPath());
    } catch (IOException e) {
      return false;
    }
  }

  private static void end(ProcessHandle postmaster) throws IOException {
    signal("INT", postmaster);
    if (Exits.await(postmaster, FAST)) {
      return;
    }
    signal("QUIT", postmaster);
    if (!Exits.await(postmaster, IMMEDIATE)) {
      postmaster.destroyForcibly();
      Exits.await(postmaster, IMMEDIATE);
    }
  }

  /** The JDK knows SIGTERM and SIGKILL alone; SIGTERM would wait for the clients to leave. */
  private static void signal(String name, ProcessHandle process) throws IOException {
    new ProcessBuilder("/bin/sh", "-c", "kill -" + name + " " + process.pid())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start()
        .onExit()
        .join();
  }
}
