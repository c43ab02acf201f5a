package io.stormdrain.acceptance.fault;

import io.stormdrain.acceptance.Await;
import io.stormdrain.acceptance.fault.Plant.State;
import io.stormdrain.acceptance.fault.Plant.Trouble;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Apps that go on talking while something goes wrong: numbered lines, and two troubles in each app,
 * at moments that a seed decides. A trouble ends when every receiver has been told of its begin.
 */
final class Crowd implements AutoCloseable {

  /** How long a sender asks for one frame; longer than any fault lasts. */
  static final Duration PATIENCE = Duration.ofMinutes(3);

  /** How long the last troubles may take until all receivers know of them. */
  private static final Duration TOLD = Duration.ofSeconds(90);

  private static final Duration TURN = Duration.ofMillis(250);
  private static final int LINES_A_TURN = 5;

  /** Troubles begin within the first so many turns. */
  private static final int TURNS = 40;

  private final Ground ground;
  private final Answers answers = new Answers();
  private final Map<String, AppDrain> drains = new TreeMap<>();
  private final List<Plant> plants = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean hurry;
  private volatile boolean over;
  private volatile @Nullable Throwable fault;

  /**
   * Lets them in.
   *
   * @param fault apps are named after it
   * @param count of apps, 99 at most
   * @param doors where they send
   */
  Crowd(Ground ground, String fault, int count, List<URI> doors) {
    this.ground = ground;
    Random random = ground.scale().random(fault);
    for (String app : names(fault, count)) {
      drains.put(app, new AppDrain(app, doors, answers));
      for (Trouble trouble : Trouble.values()) {
        plants.add(new Plant(app, trouble, random.nextInt(TURNS)));
      }
    }
    ground.admit(drains.keySet());
    threads.add(Thread.ofVirtual().start(this::listen));
    drains.forEach((app, drain) ->
        threads.add(Thread.ofVirtual().start(() -> guarded(() -> talk(app, drain)))));
  }

  private static List<String> names(String fault, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "%s-app-%02d".formatted(fault.toLowerCase(Locale.ROOT), i))
        .toList();
  }

  List<Plant> plants() {
    return List.copyOf(plants);
  }

  Answers answers() {
    return answers;
  }

  /** Drains by app. */
  Map<String, AppDrain> drains() {
    return drains;
  }

  /** Plants what is left, ends it, and returns when everything that was said is acknowledged. */
  void calmDown() {
    hurry = true;
    Await.until(
        "the end of all troubles",
        TOLD,
        () -> fault != null || plants.stream().allMatch(plant -> plant.state() == State.ENDED),
        () -> plants.stream().filter(plant -> plant.state() != State.ENDED).toList());
    close();
    if (fault != null) {
      throw new AssertionError("a sender failed: " + fault.getMessage(), fault);
    }
  }

  private void talk(String app, AppDrain drain) {
    int number = 0;
    for (int turn = 0; !over; turn++) {
      List<AppDrain.Line> lines = new ArrayList<>();
      for (int i = 0; i < LINES_A_TURN; i++) {
        lines.add(
            AppDrain.Line.now("web.1", "order %06d of %s is packed".formatted(number++, app)));
      }
      List<Runnable> then = troubles(app, turn, lines);
      drain.send("%s-%06d".formatted(app, turn), lines, PATIENCE);
      then.forEach(Runnable::run);
      LockSupport.parkNanos(TURN.toNanos());
    }
  }

  /**
   * Adds lines of troubles that are due; returns what is to be noted once they are acknowledged.
   */
  private List<Runnable> troubles(String app, int turn, List<AppDrain.Line> lines) {
    List<Runnable> then = new ArrayList<>();
    for (Plant plant : plants) {
      if (plant.app.equals(app)) {
        if (plant.state() == State.WAITING && (hurry || turn >= plant.turn)) {
          lines.add(AppDrain.Line.now(plant.trouble.process, plant.trouble.begin));
          then.add(() -> plant.begun(Instant.now()));
        } else if (plant.state() == State.TOLD) {
          lines.add(AppDrain.Line.now("api", plant.trouble.end));
          then.add(plant::ended);
        }
      }
    }
    return then;
  }

  /** Hears what receivers are told. */
  private void listen() {
    while (!over) {
      ground.notice(plants.stream().filter(plant -> plant.state() == State.BEGUN).toList());
      LockSupport.parkNanos(TURN.toNanos());
    }
  }

  private void guarded(Runnable talk) {
    try {
      talk.run();
    } catch (RuntimeException | AssertionError e) {
      fault = e;
    }
  }

  @Override
  public void close() {
    over = true;
    for (Thread thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
