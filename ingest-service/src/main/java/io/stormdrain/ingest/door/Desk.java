package io.stormdrain.ingest.door;

import io.stormdrain.ingest.line.HerokuSpeakers;
import io.stormdrain.ingest.line.Loop;
import io.stormdrain.ingest.line.Voices;
import io.stormdrain.ingest.source.Source;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** The place of one event loop: its open requests, whose time it watches, and what it remembers. */
final class Desk implements Loop {
  private static final long WATCH_MILLIS = 100;

  /** Sources come and go with the file; this many are remembered before it begins anew. */
  private static final int MOST_SOURCES = 2_000;

  private record Spoken(Source source, String dialect) {}

  private final Vertx vertx;
  private final Context context;
  private final Map<Source, HerokuSpeakers> speakers = new HashMap<>();
  private final Map<Spoken, Voices> voices = new HashMap<>();
  private final Set<Timed> open = new HashSet<>();
  private boolean watching;

  /**
   * On the event loop itself.
   *
   * @param context of the loop, not of a request
   */
  Desk(Vertx vertx, Context context) {
    this.vertx = vertx;
    this.context = context;
  }

  HerokuSpeakers speakersOf(Source source) {
    HerokuSpeakers known = speakers.get(source);
    if (known != null) {
      return known;
    }
    if (speakers.size() >= MOST_SOURCES) {
      speakers.clear();
    }
    HerokuSpeakers met = new HerokuSpeakers(source);
    speakers.put(source, met);
    return met;
  }

  /** Who speaks through this source in this dialect. */
  Voices voicesOf(Source source, String dialect) {
    if (voices.size() >= MOST_SOURCES) {
      voices.clear();
    }
    return voices.computeIfAbsent(
        new Spoken(source, dialect), spoken -> new Voices(spoken.source(), spoken.dialect()));
  }

  void open(Timed timed) {
    open.add(timed);
    if (!watching) {
      watching = true;
      after(WATCH_MILLIS, this::watch);
    }
  }

  void close(Timed timed) {
    open.remove(timed);
  }

  private void watch() {
    long now = System.nanoTime();
    // A copy: a request whose time is up leaves.
    List.copyOf(open).forEach(timed -> timed.look(now));
    watching = !open.isEmpty();
    if (watching) {
      after(WATCH_MILLIS, this::watch);
    }
  }

  /** The time of receipt, milliseconds since 1970 UTC. */
  long millis() {
    return System.currentTimeMillis();
  }

  /** Works on another thread, and comes back with the result. */
  <T> void work(Callable<T> work, Consumer<T> then) {
    context.executeBlocking(work, false).onSuccess(then::accept);
  }

  @Override
  public void run(Runnable task) {
    context.runOnContext(now -> task.run());
  }

  @Override
  public void after(long millis, Runnable task) {
    vertx.setTimer(millis, id -> run(task));
  }
}
