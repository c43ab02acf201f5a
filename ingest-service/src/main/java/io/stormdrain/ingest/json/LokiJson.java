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
 * A push to Loki: {@code {"streams":[{"stream":{labels},"values":[["<ns>","line",{more}]]}]}}. What
 * is of another shape is read as any JSON is.
 */
public final class LokiJson implements Messages {
  private static final JsonFactory JSON = new JsonFactory();
  private static final String STREAMS = "streams";
  private static final String LABELS = "stream";
  private static final String VALUES = "values";

  private enum Place {
    TOP,
    STREAMS,
    STREAM,
    VALUES
  }

  private final byte[] body;
  private final int limit;
  private final Count count = new Count();
  private final @Nullable JsonParser parser;

  private Place place = Place.TOP;
  private LokiStream stream = new LokiStream(new JsonObject());
  private @Nullable Messages rest;
  private @Nullable RawPieces raw;
  private boolean known;
  private int read;

  /** Of which the first {@code limit} bytes count. */
  public LokiJson(byte[] body, int limit) {
    this.body = body;
    this.limit = limit;
    this.parser = parser(0);
  }

  private @Nullable JsonParser parser(int from) {
    try {
      return JSON.createParser(body, from, limit - from);
    } catch (IOException e) {
      return null;
    }
  }

  @Override
  public Tally tally() {
    return count;
  }

  @Override
  public @Nullable Message next() {
    if (raw != null) {
      return raw.next();
    }
    if (rest != null || parser == null) {
      return other();
    }
    try {
      Message message = read(parser);
      return message == null ? other() : count.of(message);
    } catch (IOException | NumberFormatException e) {
      return broken();
    }
  }

  /** Nothing of a push was there: it is something else. */
  private @Nullable Message other() {
    if (known) {
      return null;
    }
    if (rest == null) {
      rest = new JsonMessages(body, 0, limit, "", count);
    }
    return rest.next();
  }

  private @Nullable Message broken() {
    if (!known) {
      return other();
    }
    count.faulty(Fault.SYNTAX);
    raw = new RawPieces(body, Math.min(read, limit), limit);
    return raw.next();
  }

  private @Nullable Message read(JsonParser in) throws IOException {
    JsonToken token = in.nextToken();
    while (token != null) {
      Message message = take(in, token);
      read = at(in);
      if (message != null) {
        return message;
      }
      token = in.nextToken();
    }
    return null;
  }

  private @Nullable Message take(JsonParser in, JsonToken token) throws IOException {
    return switch (place) {
      case TOP -> {
        boolean opens = isList(in, token, STREAMS);
        known |= opens;
        place = opens ? Place.STREAMS : Place.TOP;
        yield null;
      }
      case STREAMS -> {
        inStreams(in, token);
        yield null;
      }
      case STREAM -> {
        inStream(in, token);
        yield null;
      }
      case VALUES -> {
        place = token == JsonToken.END_ARRAY ? Place.STREAM : Place.VALUES;
        yield place == Place.VALUES ? entry(in, token) : null;
      }
    };
  }

  /** Goes into a list of this name, and past all else that has one. */
  private static boolean isList(JsonParser in, JsonToken token, String name) throws IOException {
    if (token != JsonToken.FIELD_NAME) {
      return false;
    }
    boolean named = in.currentName().equals(name);
    JsonToken value = in.nextToken();
    if (named && value == JsonToken.START_ARRAY) {
      return true;
    }
    in.skipChildren();
    return false;
  }

  private void inStreams(JsonParser in, JsonToken token) throws IOException {
    if (token == JsonToken.END_ARRAY) {
      place = Place.TOP;
    } else if (token == JsonToken.START_OBJECT) {
      stream = new LokiStream(labels((int) in.currentTokenLocation().getByteOffset()));
      place = Place.STREAM;
    } else {
      in.skipChildren();
    }
  }

  private void inStream(JsonParser in, JsonToken token) throws IOException {
    if (token == JsonToken.END_OBJECT) {
      place = Place.STREAMS;
    } else if (isList(in, token, VALUES)) {
      place = Place.VALUES;
    }
  }

  /** Nothing says that the labels stand before what they are the labels of. */
  private JsonObject labels(int from) {
    JsonObject labels = new JsonObject();
    try (JsonParser in = JSON.createParser(body, from, limit - from)) {
      in.nextToken();
      while (in.nextToken() == JsonToken.FIELD_NAME) {
        boolean named = in.currentName().equals(LABELS);
        if (in.nextToken() == JsonToken.START_OBJECT && named) {
          labels.add(in);
          return labels;
        }
        in.skipChildren();
      }
    } catch (IOException e) {
      // Who reads the values comes to the same place, and keeps what stands there.
      return labels;
    }
    return labels;
  }

  private Message entry(JsonParser in, JsonToken token) throws IOException {
    int from = (int) in.currentTokenLocation().getByteOffset();
    JsonObject line = stream.line();
    String nanos = "";
    String text = null;
    if (token == JsonToken.START_ARRAY) {
      int index = 0;
      for (JsonToken t = in.nextToken(); t != JsonToken.END_ARRAY; t = in.nextToken()) {
        if (t == null) {
          throw new IOException("an entry has no end");
        }
        if (t == JsonToken.START_OBJECT) {
          line.add(in);
        } else if (t.isScalarValue()) {
          nanos = index == 0 ? in.getText() : nanos;
          text = index == 1 ? in.getText() : text;
        } else {
          in.skipChildren();
        }
        index++;
      }
    } else {
      in.skipChildren();
    }
    in.finishToken();
    int to = at(in);
    return LokiStream.message(line, nanos, text, () -> json(from, to));
  }

  private static int at(JsonParser in) {
    return (int) in.currentLocation().getByteOffset();
  }

  private String json(int from, int to) {
    int end = Math.clamp(to, from, limit);
    return new String(body, from, Math.min(end - from, Text.MAX_BYTES + 1), UTF_8);
  }
}
