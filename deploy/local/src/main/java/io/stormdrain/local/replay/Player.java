package io.stormdrain.local.replay;

import io.stormdrain.local.logplex.Batch;
import io.stormdrain.local.logplex.Drain;
import io.stormdrain.local.logplex.Frame;
import io.stormdrain.local.logplex.Outcome;
import io.stormdrain.local.transcript.TranscriptLine;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.function.IntConsumer;

/**
 * Sends a recording. As Logplex does, it sends what is due and then waits for the answer; what
 * becomes due meanwhile makes the next batch.
 */
public final class Player {

  private final Drain drain;
  private final IntConsumer progress;
  private Batch batch = new Batch();

  /**
   * A player.
   *
   * @param drain where to send
   * @param progress told the number of the last line sent, after each batch
   */
  public Player(Drain drain, IntConsumer progress) {
    this.drain = drain;
    this.progress = progress;
  }

  /**
   * Plays a recording to its end, or until nobody listens any more.
   *
   * @return whether it came to the end
   * @throws InterruptedException when the thread is interrupted
   */
  public boolean play(Iterator<TranscriptLine> recording, Timeline timeline)
      throws InterruptedException {
    int number = 0;
    while (recording.hasNext()) {
      TranscriptLine line = recording.next();
      Timeline.Cue cue = timeline.next(line);
      Duration early = Duration.between(Instant.now(), cue.due());
      if (early.isPositive()) {
        if (!send(number)) {
          return false;
        }
        Thread.sleep(early);
      }
      for (Frame frame : Frame.of(line, cue.time())) {
        if (!batch.hasRoomFor(frame) && !send(number)) {
          return false;
        }
        batch.add(frame);
      }
      number = line.number();
    }
    return send(number);
  }

  /** Sends what has gathered; false when there is nobody to send to. */
  private boolean send(int number) throws InterruptedException {
    if (batch.size() == 0) {
      return true;
    }
    Outcome outcome = drain.send(batch);
    batch = new Batch();
    if (outcome == Outcome.UNREACHABLE) {
      return false;
    }
    progress.accept(number);
    return true;
  }
}
