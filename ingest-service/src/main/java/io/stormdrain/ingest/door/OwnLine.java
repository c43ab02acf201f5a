package io.stormdrain.ingest.door;

import io.stormdrain.ingest.line.MessageLines;
import io.stormdrain.ingest.line.Passage;
import io.stormdrain.ingest.line.Settlement;
import io.stormdrain.ingest.message.Count;
import io.stormdrain.ingest.message.Message;
import io.stormdrain.ingest.message.Messages;
import io.stormdrain.ingest.message.Tally;
import io.stormdrain.ingest.source.Source;
import org.jspecify.annotations.Nullable;

/**
 * A line that the service itself adds to the story of an app. It goes the way of all lines and is
 * counted with those of its source; nobody waits for an answer, so it is tried for as long as a
 * request would be.
 */
final class OwnLine implements Timed {
  private final Desk desk;
  private final SourceMeters meters;
  private final long deadline;
  private final Passage passage;

  private OwnLine(Message message, Source source, String dialect, Desk desk, Reception reception) {
    this.desk = desk;
    this.meters = reception.metrics().of(source);
    this.deadline = System.nanoTime() + reception.limits().deadline().toNanos();
    MessageLines line =
        new MessageLines(
            new One(message), desk.voicesOf(source, dialect), null, null, desk.millis());
    this.passage = reception.dispatch().of(line, meters, desk, this::settled);
  }

  /** On the desk's own thread. */
  static void send(Message message, Source source, String dialect, Desk desk, Reception reception) {
    OwnLine line = new OwnLine(message, source, dialect, desk, reception);
    desk.open(line);
    line.passage.begin(System.nanoTime());
  }

  private void settled(Settlement settlement) {
    meters.settled(settlement);
    desk.close(this);
  }

  @Override
  public void look(long now) {
    if (now - deadline >= 0) {
      passage.giveUp();
    } else {
      passage.look(now);
    }
  }

  /** One message. */
  private static final class One implements Messages {
    private final Count count = new Count();
    private @Nullable Message message;

    One(Message message) {
      this.message = message;
    }

    @Override
    public @Nullable Message next() {
      Message next = message;
      message = null;
      return next;
    }

    @Override
    public Tally tally() {
      return count;
    }
  }
}
