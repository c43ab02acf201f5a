package io.stormdrain.ingest.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.stormdrain.ingest.message.Count;
import io.stormdrain.ingest.message.Fault;
import io.stormdrain.ingest.message.Message;
import io.stormdrain.ingest.message.Messages;
import io.stormdrain.ingest.message.RawPieces;
import io.stormdrain.ingest.message.Tally;
import io.stormdrain.ingest.message.Text;
import io.stormdrain.ingest.wire.Fields;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.xerial.snappy.Snappy;

/**
 * A push to Loki as its own agents write it: a {@code PushRequest} in protobuf, as one block of
 * Snappy. The numbers of the fields are those of Loki's {@code push.proto}.
 */
public final class LokiProtobuf implements Messages {
  private static final int STREAM = 1;
  private static final int LABELS = 1;
  private static final int ENTRY = 2;
  private static final int TIME = 1;
  private static final int LINE = 2;
  private static final int METADATA = 3;
  private static final long NANOS = 1_000_000_000L;

  private final byte[] body;
  private final int limit;
  private final int mostInflated;
  private final Count count = new Count();
  private @Nullable Fields push;
  private @Nullable Fields entries;
  private LokiStream stream = new LokiStream(new JsonObject());
  private @Nullable RawPieces raw;
  private boolean opened;

  /**
   * Of which the first {@code limit} bytes count.
   *
   * @param mostInflated bytes that it may be of when inflated
   */
  public LokiProtobuf(byte[] body, int limit, int mostInflated) {
    this.body = body;
    this.limit = limit;
    this.mostInflated = mostInflated;
  }

  @Override
  public Tally tally() {
    return count;
  }

  @Override
  public @Nullable Message next() {
    try {
      if (!opened) {
        opened = true;
        push = inflate();
      }
      while (raw == null) {
        if (entries != null) {
          Message message = nextEntry(entries);
          if (message != null) {
            return count.of(message);
          }
        } else if (push == null || !nextStream(push)) {
          return null;
        }
      }
    } catch (IOException e) {
      // In what form it was, nobody needs to see: what is kept is what came.
      count.faulty(Fault.SYNTAX);
      raw = new RawPieces(body, 0, limit);
    }
    return raw.next();
  }

  /** Looks at the size that is declared before it believes it. */
  private @Nullable Fields inflate() throws IOException {
    if (limit == 0) {
      return null;
    }
    int declared = Snappy.uncompressedLength(body, 0, limit);
    if (declared < 0
        || declared > mostInflated
        || !Snappy.isValidCompressedBuffer(body, 0, limit)) {
      throw new IOException("no block of Snappy, or too large a one");
    }
    byte[] inflated = new byte[declared];
    Snappy.uncompress(body, 0, limit, inflated, 0);
    return Fields.of(inflated, declared);
  }

  private boolean nextStream(Fields in) throws IOException {
    if (!in.next()) {
      return false;
    }
    if (in.is(STREAM)) {
      stream = new LokiStream(labels(in.inner()));
      entries = in.inner();
    }
    return true;
  }

  private static JsonObject labels(Fields in) throws IOException {
    JsonObject labels = new JsonObject();
    while (in.next()) {
      if (in.is(LABELS)) {
        LokiLabels.read(text(in), labels);
      }
    }
    return labels;
  }

  private @Nullable Message nextEntry(Fields in) throws IOException {
    while (in.next()) {
      if (in.is(ENTRY)) {
        return entry(in.inner());
      }
    }
    entries = null;
    return null;
  }

  private Message entry(Fields in) throws IOException {
    JsonObject line = stream.line();
    String nanos = "";
    String text = "";
    while (in.next()) {
      if (in.is(TIME)) {
        nanos = Long.toString(nanos(in.inner()));
      } else if (in.is(LINE)) {
        text = text(in);
      } else if (in.is(METADATA)) {
        metadata(in.inner(), line);
      }
    }
    return LokiStream.message(line, nanos, text, () -> "");
  }

  private static long nanos(Fields in) throws IOException {
    long seconds = 0;
    long nanos = 0;
    while (in.next()) {
      seconds = in.isVarint(1) ? in.number() : seconds;
      nanos = in.isVarint(2) ? in.number() : nanos;
    }
    return seconds * NANOS + nanos;
  }

  private static void metadata(Fields in, JsonObject line) throws IOException {
    String name = "";
    String value = "";
    while (in.next()) {
      name = in.is(1) ? text(in) : name;
      value = in.is(2) ? text(in) : value;
    }
    line.add(name, value);
  }

  private static String text(Fields in) {
    return new String(in.body(), in.from(), Math.min(in.length(), Text.MAX_BYTES + 1), UTF_8);
  }
}
