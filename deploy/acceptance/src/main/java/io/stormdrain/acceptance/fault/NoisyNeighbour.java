package io.stormdrain.acceptance.fault;

import io.stormdrain.acceptance.fault.AppDrain.Line;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

/** One app says as much as it can, as fast as it is answered. */
final class NoisyNeighbour implements Fault {

  private static final String NOISY = "f26-noisy";
  private static final int CONNECTIONS = 8;
  private static final int LINES = 500;
  private static final Duration ALERT = Duration.ofSeconds(5);

  @Override
  public String id() {
    return "F26";
  }

  @Override
  public String done() {
    return "one app sends as fast as it is answered, over 8 connections, for 8 s (in full 60 s)";
  }

  @Override
  public String checked() {
    return "oracle for 20 others; their alerts within 5 s, none of their frames waits longer";
  }

  @Override
  public void happen(Ground ground, Figures figures) throws InterruptedException {
    ground.admit(List.of(NOISY));
    Oracle oracle = new Oracle(ground, id());
    AtomicBoolean over = new AtomicBoolean();
    Answers noise = new Answers();
    List<Thread> senders = new ArrayList<>();
    try (Crowd crowd = ground.crowd(id())) {
      for (int i = 0; i < CONNECTIONS; i++) {
        String name = "noise-" + i;
        senders.add(
            Thread.ofVirtual()
                .start(() -> shout(ground.door(ground.stage().ingest), noise, name, over)));
      }
      Duration time = ground.scale().seconds(8, 60);
      Ground.rest(time);
      Duration longest = crowd.answers().longestWait();
      Duration worst =
          Duration.ofMillis(crowd.plants().stream().mapToLong(Plant::latency).max().orElse(0));
      over.set(true);
      for (Thread sender : senders) {
        sender.join();
      }
      figures.add("noisy lines/s", noise.of(204) * LINES / time.toSeconds());
      figures.add("503 to the noisy one", noise.of(503));
      figures.add("others' alert, worst", worst, ALERT);
      figures.add("others' longest wait", longest, ALERT);
      oracle.holds(crowd, figures);
    }
  }

  private static void shout(URI door, Answers noise, String name, AtomicBoolean over) {
    AppDrain drain = new AppDrain(NOISY, List.of(door), noise);
    for (int frame = 0; !over.get(); frame++) {
      List<Line> lines =
          IntStream.range(0, LINES)
              .mapToObj(
                  i -> Line.now("worker.1", "row %d is copied and there are more".formatted(i)))
              .toList();
      drain.post(name + "-" + frame, lines);
    }
  }
}
