package io.stormdrain.local.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stormdrain.engines.Launch;
import io.stormdrain.engines.Running;
import io.stormdrain.local.StormdrainException;
import io.stormdrain.local.data.DataFolder;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 1, unit = TimeUnit.MINUTES)
final class FleetTest {

  /** A process that lives until its standard input ends, and says in a file when it ends. */
  private final class Cat implements Part {
    final BlockingQueue<Running> started = new LinkedBlockingQueue<>();
    private final String name;

    Cat(String name) {
      this.name = name;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public Running start(BooleanSupplier unwanted) {
      String script = "cat; echo %s >> '%s'".formatted(name, ends);
      Running running =
          new Launch(
                  name,
                  List.of("sh", "-c", script),
                  Map.of(),
                  temporary.resolve(name + ".log"),
                  Launch.Output.LOG)
              .start();
      started.add(running);
      return running;
    }
  }

  private static final class Broken implements Part {
    @Override
    public String name() {
      return "broken";
    }

    @Override
    public Running start(BooleanSupplier unwanted) {
      throw new StormdrainException("broken has no disk");
    }
  }

  @TempDir private Path temporary;
  private Path ends;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private Fleet fleet;

  @BeforeEach
  void gather() {
    ends = temporary.resolve("ends");
    DataFolder folder = new DataFolder(temporary.resolve("data"));
    folder.open();
    PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    fleet = new Fleet(new Console(out), folder.running());
  }

  @AfterEach
  void stop() {
    fleet.stop();
  }

  @Test
  void partsAreStoppedInTheOppositeOrderOfTheirGroups() throws Exception {
    fleet.begin(List.of(new Cat("first")));
    fleet.begin(List.of(new Cat("second")));
    fleet.begin(List.of(new Cat("third")));
    fleet.awaitReady();

    fleet.stop();

    assertThat(Files.readAllLines(ends)).containsExactly("third", "second", "first");
  }

  @Test
  void aPartThatCrashesIsStartedAgain() throws Exception {
    Cat cat = new Cat("cat");
    fleet.begin(List.of(cat));
    fleet.awaitReady();

    cat.started.take().kill();

    assertThat(cat.started.poll(30, TimeUnit.SECONDS)).isNotNull();
    assertThat(printed.toString(StandardCharsets.UTF_8))
        .contains("ended with status 137, starting it again in 1 s");
  }

  @Test
  void aPartThatDoesNotComeUpAtFirstFailsTheStartAtOnce() {
    fleet.begin(List.of(new Broken(), new Cat("cat")));

    assertThatThrownBy(fleet::awaitReady).hasMessage("broken has no disk");
  }

  @Test
  void nothingIsStartedAnyMoreOnceItStops() throws Exception {
    fleet.stop();
    Cat cat = new Cat("late");

    fleet.begin(List.of(cat));

    assertThat(cat.started).isEmpty();
  }
}
