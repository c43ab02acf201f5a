package io.stormdrain.ingest.door;

import io.stormdrain.ingest.line.FrameId;
import io.stormdrain.ingest.line.MessageLines;
import io.stormdrain.ingest.message.Count;
import io.stormdrain.ingest.message.Message;
import io.stormdrain.ingest.message.Messages;
import io.stormdrain.ingest.message.Tally;
import io.stormdrain.ingest.source.Source;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Messages of one source that a connection brought and that are delivered together. */
final class SyslogBatch {
  /** Kept small: all of it is delivered again when some of it was not taken. */
  private static final int MOST = 2_000;

  private final Source source;
  private final String name;
  private final Count count = new Count();
  private final List<Message> messages = new ArrayList<>();
  private long bytes;

  /**
   * Nothing is in it yet.
   *
   * @param name the same at each attempt to deliver it
   */
  SyslogBatch(Source source, String name) {
    this.source = source;
    this.name = name;
  }

  void add(Message message, long size) {
    messages.add(message);
    bytes += size;
  }

  boolean takes(Source other) {
    return source.equals(other) && messages.size() < MOST;
  }

  Source source() {
    return source;
  }

  Count count() {
    return count;
  }

  /** Bytes of the frames. */
  long bytes() {
    return bytes;
  }

  /** All of them as records, with the same names at each attempt. */
  MessageLines lines(Desk desk) {
    return new MessageLines(
        messages(), desk.voicesOf(source, "syslog"), FrameId.of(name, null), null, desk.millis());
  }

  private Messages messages() {
    Iterator<Message> rest = messages.iterator();
    return new Messages() {
      @Override
      public @Nullable Message next() {
        return rest.hasNext() ? rest.next() : null;
      }

      @Override
      public Tally tally() {
        return count;
      }
    };
  }
}
