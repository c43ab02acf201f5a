package io.stormdrain.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 2, unit = TimeUnit.MINUTES)
final class LifelineTest {

  /** Starts both engines, tells their process numbers, and waits to be killed. */
  static final class Parent {

    public static void main(String[] args) throws Exception {
      EngineHome home = EngineHome.ofSystemProperty();
      Path folder = Path.of(args[0]);
      List<Integer> ports = Ports.free(3);
      Running kafka =
          new Kafka(
                  home,
                  folder.resolve("kafka"),
                  ports.get(0),
                  ports.get(1),
                  folder.resolve("kafka.log"))
              .start();
      Running postgres =
          new Postgres(
                  home,
                  folder.resolve("postgresql"),
                  ports.get(2),
                  folder.resolve("postgresql.log"))
              .start();
      System.out.println(kafka.pid() + " " + postgres.pid());
      System.out.flush();
      kafka.onExit().join();
    }
  }

  /** Prints and then waits for ever; says goodbye in a shutdown hook. */
  static final class Patient {

    public static void main(String[] args) throws Exception {
      Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("bye " + args[0])));
      System.out.println("hello");
      Thread.currentThread().join();
    }
  }

  @Test
  void theEnginesEndWhenTheirParentIsKilled(@TempDir Path folder) throws Exception {
    Process parent = java(Parent.class, folder.toString());
    String[] pids = firstLine(parent).split(" ", -1);
    ProcessHandle kafka = ProcessHandle.of(Long.parseLong(pids[0])).orElseThrow();
    ProcessHandle postgres = ProcessHandle.of(Long.parseLong(pids[1])).orElseThrow();

    parent.destroyForcibly();

    assertThat(Exits.await(kafka, Duration.ofSeconds(30))).isTrue();
    assertThat(Exits.await(postgres, Duration.ofSeconds(30))).isTrue();
  }

  @Test
  void aSupervisedProgramShutsDownInOrderWhenItsInputEnds() throws Exception {
    Process program = java(Supervised.class, Patient.class.getName(), "for now");
    assertThat(firstLine(program)).isEqualTo("hello");

    program.getOutputStream().close();

    assertThat(firstLine(program)).isEqualTo("bye for now");
    assertThat(program.waitFor()).isZero();
  }

  @Test
  void aProgramThatCannotStartSaysSoToItsParent(@TempDir Path folder) throws Exception {
    Path log = folder.resolve("log");
    Child child =
        new Launch(
                "nothing",
                List.of("sh", "-c", "echo because >&2; exit 3"),
                Map.of(),
                log,
                Launch.Output.PARENT)
            .start();

    assertThatThrownBy(() -> child.awaitLine("ready", Duration.ofSeconds(30)))
        .hasMessage("nothing ended with status 3 while starting, see " + log);
    assertThat(Files.readString(log)).isEqualTo("because\n");
  }

  private static Process java(Class<?> main, String... args) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dstormdrain.engines=" + System.getProperty("stormdrain.engines"),
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
    command.addAll(List.of(args));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  private static String firstLine(Process process) throws IOException {
    BufferedReader output = process.inputReader();
    return String.valueOf(output.readLine());
  }
}
