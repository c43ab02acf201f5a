package io.stormdrain.ingest.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.stormdrain.ingest.message.Count;
import io.stormdrain.ingest.message.Fault;
import io.stormdrain.ingest.message.Message;
import io.stormdrain.ingest.message.Messages;
import io.stormdrain.ingest.message.RawPieces;
import io.stormdrain.ingest.message.Tally;
import io.stormdrain.ingest.message.Text;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The messages of a body that is one object, an array of them, one per line, or one after another
 * with nothing between; and lines of text, alone or among them. What it is, the bytes tell: no
 * {@code Content-Type} can be trusted. What is broken costs its line, or what follows in an array.
 */
public final class JsonMessages implements Messages {
  private static final JsonFactory JSON = new JsonFactory();

  /** After so many broken lines nothing is expected of the rest. */
  private static final int MOST_BROKEN = 10_000;

  private final byte[] body;
  private final int limit;
  private final String within;
  private final Count count;

  private int at;
  private int broken;
  private @Nullable RawPieces raw;
  private @Nullable JsonParser parser;
  private int base;
  private boolean array;

  /** Of which the first {@code limit} bytes count. */
  public JsonMessages(byte[] body, int limit) {
    this(body, limit, "");
  }

  /**
   * As above.
   *
   * @param within name of the object that an object is wrapped around, as Splunk does with {@code
   *     event}
   */
  public JsonMessages(byte[] body, int limit, String within) {
    this(body, 0, limit, within, new Count());
    at = hasMark() ? 3 : 0;
  }

  /** A stretch of a body whose other parts count with it. */
  JsonMessages(byte[] body, int from, int limit, String within, Count count) {
    this.body = body;
    this.at = from;
    this.limit = limit;
    this.within = within;
    this.count = count;
  }

  private boolean hasMark() {
    return limit >= 3 && body[0] == (byte) 0xEF && body[1] == (byte) 0xBB && body[2] == (byte) 0xBF;
  }

  @Override
  public Tally tally() {
    return count;
  }

  @Override
  public @Nullable Message next() {
    Message message = nextPiece();
    while (message == null && (parser != null || at < limit)) {
      message = parser == null ? open() : step(parser);
      message = message == null ? nextPiece() : message;
    }
    return message == null ? null : count.of(message);
  }

  private @Nullable Message nextPiece() {
    return raw == null ? null : raw.next();
  }

  /** Something begins that is not read by a parser yet. */
  private @Nullable Message open() {
    while (at < limit && isBlank(body[at])) {
      at++;
    }
    if (at == limit) {
      return null;
    }
    if (body[at] != '{' && body[at] != '[') {
      return line();
    }
    try {
      parser = JSON.createParser(body, at, limit - at);
      base = at;
      array = false;
      return null;
    } catch (IOException e) {
      return line();
    }
  }

  private static boolean isBlank(byte b) {
    return b == ' ' || b == '\n' || b == '\r' || b == '\t';
  }

  private Message line() {
    int start = at;
    int end = lineEnd(at);
    at = Math.min(limit, end + 1);
    return JsonMessage.of(Text.ofLine(body, start, end));
  }

  private int lineEnd(int from) {
    int end = from;
    while (end < limit && body[end] != '\n') {
      end++;
    }
    return end;
  }

  private @Nullable Message step(JsonParser current) {
    int start = at;
    try {
      JsonToken token = current.nextToken();
      if (token == null) {
        close();
        at = limit;
        return null;
      }
      start = base + (int) current.currentTokenLocation().getByteOffset();
      Message message = read(current, token, start);
      current.finishToken();
      at = Math.clamp(base + current.currentLocation().getByteOffset(), start, limit);
      if (!array && parser != null && isTextNext()) {
        close();
      }
      return message;
    } catch (IOException | NumberFormatException e) {
      breakOff(Math.clamp(start, 0, limit));
      close();
      return null;
    }
  }

  /** Between objects there may be lines of text, which end a parser. */
  private boolean isTextNext() {
    int next = at;
    while (next < limit && isBlank(body[next])) {
      next++;
    }
    return next < limit && body[next] != '{' && body[next] != '[';
  }

  private @Nullable Message read(JsonParser current, JsonToken token, int start)
      throws IOException {
    if (token == JsonToken.START_ARRAY && !array) {
      array = true;
      return null;
    }
    if (token == JsonToken.END_ARRAY) {
      array = false;
      return null;
    }
    if (token == JsonToken.START_OBJECT) {
      JsonObject object = JsonObject.read(current, within);
      int end = (int) (base + current.currentLocation().getByteOffset());
      return object.isEmpty() ? null : JsonMessage.of(object, () -> json(start, end));
    }
    if (token == JsonToken.VALUE_STRING) {
      return JsonMessage.of(Text.of(current.getText()));
    }
    current.skipChildren();
    current.finishToken();
    int end = (int) (base + current.currentLocation().getByteOffset());
    return JsonMessage.of(Text.of(json(start, end)));
  }

  private String json(int from, int to) {
    int length = Math.clamp(to - from, 0, Math.min(Text.MAX_BYTES + 1, limit - from));
    return new String(body, from, length, UTF_8);
  }

  /** From here to the end of the line, or of an array, nothing can be read. */
  private void breakOff(int from) {
    broken++;
    int end = array || broken > MOST_BROKEN ? limit : lineEnd(from);
    count.faulty(Fault.SYNTAX);
    raw = new RawPieces(body, from, end);
    at = Math.min(limit, end + 1);
  }

  private void close() {
    JsonParser old = parser;
    parser = null;
    array = false;
    try {
      if (old != null) {
        old.close();
      }
    } catch (IOException e) {
      throw new IllegalStateException("bytes in memory", e);
    }
  }
}
