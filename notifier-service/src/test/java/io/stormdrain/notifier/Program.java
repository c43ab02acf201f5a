package io.stormdrain.notifier;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.stormdrain.engines.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** A server of this machine, as its distribution packages it, for as long as a test needs it. */
public final class Program implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Process process;

  private Program(Process process) {
    this.process = process;
  }

  /** Where it is; whoever asks in a test is skipped where it is not. */
  public static Path find(String name, String debianPackage) {
    Optional<Path> found =
        Stream.of((System.getenv("PATH") + ":/usr/sbin").split(":", -1))
            .map(folder -> Path.of(folder, name))
            .filter(Files::isExecutable)
            .findFirst();
    assumeTrue(
        found.isPresent(),
        "skipped: there is no %s on this machine (Debian's package %s has it)"
            .formatted(name, debianPackage));
    return found.orElseThrow();
  }

  /** A port that nobody listens on. */
  public static int freePort() {
    return Ports.free(1).getFirst();
  }

  /** Starts it, and returns when it takes connections on that port of the loopback address. */
  public static Program start(int port, Path log, Path program, String... arguments) {
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(List.of(arguments));
    try {
      Program started =
          new Program(
              new ProcessBuilder(command)
                  .redirectErrorStream(true)
                  .redirectOutput(log.toFile())
                  .start());
      started.await(port, log);
      return started;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void await(int port, Path log) throws IOException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!listens(port)) {
      if (System.nanoTime() > end || !process.isAlive()) {
        close();
        throw new IllegalStateException("it does not listen: " + Files.readString(log));
      }
      LockSupport.parkNanos(20_000_000);
    }
  }

  private static boolean listens(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
