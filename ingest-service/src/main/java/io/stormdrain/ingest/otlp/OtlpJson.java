package io.stormdrain.ingest.otlp;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.stormdrain.ingest.message.Count;
import io.stormdrain.ingest.message.Fault;
import io.stormdrain.ingest.message.Message;
import io.stormdrain.ingest.message.Messages;
import io.stormdrain.ingest.message.RawPieces;
import io.stormdrain.ingest.message.Tally;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The records of an {@code ExportLogsServiceRequest} in OTLP's JSON, read as they stand there: a
 * body is never held as objects. From the first byte on that is no JSON, all is kept raw.
 *
 * <pre>
 *   {"resourceLogs": [ {"resource": {...}, "scopeLogs": [ {"scope": {...}, "logRecords": [ {...} ]} ]} ]}
 * </pre>
 */
public final class OtlpJson implements Messages {
  /** JSON is UTF-8 (RFC 8259 8.1); who guesses from the first bytes refuses some that are none. */
  private static final JsonFactory JSON =
      new JsonFactoryBuilder().disable(JsonFactory.Feature.CHARSET_DETECTION).build();

  /** Where in the nest of objects and arrays the parser is. */
  private enum Place {
    REQUEST,
    RESOURCES,
    RESOURCE,
    SCOPES,
    SCOPE,
    RECORDS,
    END
  }

  private final byte[] body;
  private final int limit;
  private final Count count = new Count();
  private final JsonParser parser;

  private Place place = Place.REQUEST;
  private int good;
  private @Nullable RawPieces raw;
  private Attributes attributes = new Attributes();
  private Resource resource = Resource.of(attributes, null);

  /** Of which the first {@code limit} bytes count. */
  public OtlpJson(byte[] body, int limit) {
    this.body = body;
    this.limit = limit;
    this.parser = parser(0);
    try {
      boolean opens = parser.nextToken() == JsonToken.START_OBJECT;
      if (!opens) {
        place = Place.END;
        keepRest();
      }
    } catch (IOException e) {
      place = Place.END;
      keepRest();
    }
  }

  private JsonParser parser(int from) {
    try {
      return JSON.createParser(body, from, limit - from);
    } catch (IOException e) {
      throw new IllegalStateException("bytes in memory", e);
    }
  }

  @Override
  public Tally tally() {
    return count;
  }

  @Override
  public @Nullable Message next() {
    Message piece = nextPiece();
    while (piece == null && place != Place.END) {
      try {
        Message message = step();
        if (message != null) {
          return count.of(message);
        }
      } catch (IOException e) {
        place = Place.END;
        keepRest();
      }
      piece = nextPiece();
    }
    return piece;
  }

  private void keepRest() {
    int from = good;
    while (from < limit && body[from] <= ' ' && body[from] >= 0) {
      from++;
    }
    if (from < limit) {
      keep(from, limit);
    }
  }

  private void keep(int from, int to) {
    count.faulty(Fault.SYNTAX);
    raw = new RawPieces(body, from, to);
  }

  private @Nullable Message nextPiece() {
    Message piece = raw == null ? null : raw.next();
    return piece == null ? null : count.of(piece);
  }

  private @Nullable Message step() throws IOException {
    JsonToken token = parser.nextToken();
    if (token == null) {
      throw new IOException("it ends too early");
    }
    switch (place) {
      case REQUEST -> enter(token, "resourceLogs", "resource_logs", Place.RESOURCES, Place.END);
      case RESOURCES -> {
        if (open(token, Place.RESOURCE, Place.REQUEST)) {
          attributes = new Attributes();
          lookAhead("resource");
        }
      }
      case RESOURCE -> enter(token, "scopeLogs", "scope_logs", Place.SCOPES, Place.RESOURCES);
      case SCOPES -> {
        if (open(token, Place.SCOPE, Place.RESOURCE)) {
          resource = Resource.of(attributes, null);
          lookAhead("scope");
        }
      }
      case SCOPE -> enter(token, "logRecords", "log_records", Place.RECORDS, Place.SCOPES);
      case RECORDS -> {
        return record(token);
      }
      case END -> {}
    }
    return null;
  }

  /** In an object of which one array is wanted. */
  private void enter(JsonToken token, String array, String snake, Place into, Place out)
      throws IOException {
    if (token == JsonToken.END_OBJECT) {
      place = out;
      return;
    }
    String name = parser.currentName();
    boolean wanted = name.equals(array) || name.equals(snake);
    if (parser.nextToken() == JsonToken.START_ARRAY && wanted) {
      place = into;
    } else {
      parser.skipChildren();
    }
  }

  /** In an array of objects. */
  private boolean open(JsonToken token, Place into, Place out) throws IOException {
    if (token == JsonToken.END_ARRAY) {
      place = out;
    } else if (token == JsonToken.START_OBJECT) {
      place = into;
      return true;
    } else {
      parser.skipChildren();
    }
    return false;
  }

  /** Nothing says that a resource or scope stands before what it is the resource or scope of. */
  private void lookAhead(String wanted) {
    try (JsonParser ahead = parser(at())) {
      ahead.nextToken();
      while (ahead.nextToken() == JsonToken.FIELD_NAME) {
        boolean found = ahead.currentName().equals(wanted);
        boolean object = ahead.nextToken() == JsonToken.START_OBJECT;
        if (found && object) {
          read(ahead, wanted);
          return;
        }
        ahead.skipChildren();
      }
    } catch (IOException e) {
      // Who reads the records comes to the same place.
      return;
    }
  }

  private void read(JsonParser ahead, String wanted) throws IOException {
    if (wanted.equals("resource")) {
      JsonRecord.attributes(ahead, attributes);
    } else {
      resource = Resource.of(attributes, JsonRecord.name(ahead));
    }
  }

  private @Nullable Message record(JsonToken token) throws IOException {
    if (token == JsonToken.END_ARRAY) {
      place = Place.SCOPE;
      return null;
    }
    good = at();
    boolean object = token == JsonToken.START_OBJECT;
    Message message = object ? JsonRecord.read(parser).message(resource) : null;
    parser.skipChildren();
    parser.finishToken();
    int from = good;
    good = Math.clamp(parser.currentLocation().getByteOffset(), from, limit);
    if (!object) {
      keep(from, good);
    }
    return message;
  }

  private int at() {
    return (int) parser.currentTokenLocation().getByteOffset();
  }
}
