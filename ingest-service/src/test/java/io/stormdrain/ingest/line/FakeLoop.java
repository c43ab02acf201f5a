package io.stormdrain.ingest.line;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** An event loop whose turns and whose time the test makes. */
final class FakeLoop implements Loop {
  private record Timer(long at, Runnable task) {}

  private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
  private final PriorityQueue<Timer> timers =
      new PriorityQueue<>(Comparator.comparingLong(Timer::at));
  private long now;

  @Override
  public void run(Runnable task) {
    tasks.add(task);
  }

  @Override
  public void after(long millis, Runnable task) {
    timers.add(new Timer(now + millis, task));
  }

  /** Runs what is due, and what that makes due. */
  void turn() {
    Runnable task = tasks.poll();
    while (task != null) {
      task.run();
      task = tasks.poll();
    }
  }

  void pass(long millis) {
    now += millis;
    while (!timers.isEmpty() && timers.peek().at() <= now) {
      tasks.add(timers.remove().task());
    }
    turn();
  }
}
