package io.stormdrain.acceptance.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.stormdrain.acceptance.Service;
import io.stormdrain.acceptance.fault.AppDrain.Line;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The same frame comes twice, ten times, and at two doors at once. */
final class FrameAgain implements Fault {

  private static final String APP = "f19-again";
  private static final int FRAMES = 30;
  private static final int TIMES = 10;

  @Override
  public String id() {
    return "F19";
  }

  @Override
  public String done() {
    return "frames delivered ten times, half of them at two doors at once; the same lines in other frames";
  }

  @Override
  public String checked() {
    return "counted once by frame id; the same text in two frames counts twice";
  }

  @Override
  public void happen(Ground ground, Figures figures) throws Exception {
    ground.admit(List.of(APP));
    Tally tally = new Tally(ground);
    Service second = ground.another("ingest", "-second");
    Ground.revive(second);
    try {
      URI here = ground.door(ground.stage().ingest);
      URI there = ground.door(second);
      List<Line> lines = List.of(Line.now("web.1", "paid"), Line.now("web.1", "paid"));
      for (int i = 0; i < FRAMES; i++) {
        String frame = "again-%04d".formatted(i);
        boolean both = i % 2 == 0;
        List<Thread> senders = new ArrayList<>();
        for (URI door : both ? List.of(here, there) : List.of(here)) {
          AppDrain drain = new AppDrain(APP, List.of(door), new Answers());
          senders.add(Thread.ofVirtual().start(() -> deliver(drain, frame, lines)));
        }
        for (Thread sender : senders) {
          sender.join();
        }
      }
    } finally {
      second.stop();
    }

    Map<String, List<String>> records = tally.records(APP);
    assertThat(records).as("lines by their names").hasSize(FRAMES * 2);
    tally.awaitCounted(Map.of(APP, FRAMES * 2L));
    figures.add("frames", FRAMES);
    figures.add("records", records.values().stream().mapToInt(List::size).sum());
    figures.add("counted", FRAMES * 2L);
  }

  private static void deliver(AppDrain drain, String frame, List<Line> lines) {
    for (int i = 0; i < TIMES; i++) {
      drain.send(frame, lines, Crowd.PATIENCE);
    }
  }
}
