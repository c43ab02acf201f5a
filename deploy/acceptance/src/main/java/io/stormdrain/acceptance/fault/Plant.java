package io.stormdrain.acceptance.fault;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A trouble that is planted in an app's lines: one line begins it, one ends it, and it is told of
 * once each.
 */
final class Plant {

  /** Troubles that begin at once, and end at once. */
  enum Trouble {
    BUILD(
        "build-failed",
        "The build of %s failed",
        "api",
        "Build failed -- check your build output: https://dashboard.example.com/builds/1",
        "Build succeeded"),
    RELEASE(
        "release-failed",
        "The release command of %s failed",
        "release.1",
        "Release command failed: heroku release logs",
        "Release v8 created by user dev@example.com");

    final String type;
    private final String title;

    /** Who tells of its begin; of its end it is the platform. */
    final String process;

    final String begin;
    final String end;

    Trouble(String type, String title, String process, String begin, String end) {
      this.type = type;
      this.title = title;
      this.process = process;
      this.begin = begin;
      this.end = end;
    }
  }

  /** How far it has come. */
  enum State {
    WAITING,
    BEGUN,
    TOLD,
    ENDED
  }

  final String app;
  final Trouble trouble;

  /** At which turn of its app it begins, unless there are no more turns before. */
  final int turn;

  private volatile State state = State.WAITING;
  private volatile @Nullable Instant begun;
  private volatile @Nullable Instant told;

  Plant(String app, Trouble trouble, int turn) {
    this.app = app;
    this.trouble = trouble;
    this.turn = turn;
  }

  /** As it stands in every message about it. */
  String title() {
    return trouble.title.formatted(app);
  }

  State state() {
    return state;
  }

  void begun(Instant now) {
    begun = now;
    state = State.BEGUN;
  }

  void told(Instant now) {
    told = now;
    state = State.TOLD;
  }

  void ended() {
    state = State.ENDED;
  }

  /** From the acknowledgement of its line to the last receiver's message, in milliseconds. */
  long latency() {
    Instant from = begun;
    Instant to = told;
    return from == null || to == null ? 0 : Math.max(0, to.toEpochMilli() - from.toEpochMilli());
  }

  @Override
  public String toString() {
    return title() + " (" + state + ")";
  }
}
