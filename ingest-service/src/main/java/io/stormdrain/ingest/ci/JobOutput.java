package io.stormdrain.ingest.ci;

import io.stormdrain.ingest.message.Count;
import io.stormdrain.ingest.message.Message;
import io.stormdrain.ingest.message.Messages;
import io.stormdrain.ingest.message.Moment;
import io.stormdrain.ingest.message.Origin;
import io.stormdrain.ingest.message.Tally;
import io.stormdrain.ingest.message.Text;
import io.stormdrain.ingest.message.Voice;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a job, between an event that says whose they are and, when it is known how the job
 * ended, one that says so. Lines without text are left out.
 */
public final class JobOutput implements Messages {
  private enum Place {
    BEGIN,
    LINES,
    END
  }

  private final byte[] body;
  private final int limit;
  private final Job job;
  private final Voice voice;
  private final Count count = new Count();
  private Place place = Place.BEGIN;
  private int at;

  /** Of which the first {@code limit} bytes count. */
  public JobOutput(byte[] body, int limit, Job job) {
    this.body = body;
    this.limit = limit;
    this.job = job;
    this.voice = new Voice(Origin.APP, null, job.app(), job.process(), null, job.commit());
  }

  @Override
  public Tally tally() {
    return count;
  }

  @Override
  public @Nullable Message next() {
    Message message =
        switch (place) {
          case BEGIN -> {
            place = Place.LINES;
            yield job.begins();
          }
          case LINES -> {
            Message line = line();
            place = line == null ? Place.END : Place.LINES;
            yield line == null ? job.ends() : line;
          }
          case END -> null;
        };
    return message == null ? null : count.of(message);
  }

  private @Nullable Message line() {
    while (at < limit) {
      int from = at;
      int end = from;
      while (end < limit && body[end] != '\n') {
        end++;
      }
      at = Math.min(limit, end + 1);
      Text text = Text.ofLine(body, from, at);
      if (text.bytes().length > 0) {
        return Message.line(voice, text, Moment.NONE, null);
      }
    }
    return null;
  }
}
