package io.stormdrain.ingest.json;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.stormdrain.ingest.message.Fault;
import io.stormdrain.ingest.message.Message;
import io.stormdrain.ingest.message.Messages;
import io.stormdrain.ingest.message.Tally;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The documents of a request to Elasticsearch's {@code _bulk}: a line that says what is to be done,
 * a line with the document, and so on. A line that says nothing of the kind is a message itself.
 */
public final class BulkMessages implements Messages {
  private static final JsonFactory JSON = new JsonFactory();
  private static final String DELETION = "delete";

  /** Its document stands in an object {@code doc}. */
  private static final String UPDATE = "update";

  private static final Set<String> ACTIONS = Set.of("index", "create", UPDATE, DELETION);
  private static final int LONGEST_ACTION = 6;

  /** After so many broken lines nothing is expected of the rest. */
  private static final int MOST_BROKEN = 10_000;

  private final byte[] body;
  private final int limit;
  private final BulkTally count = new BulkTally();
  private @Nullable Messages document;
  private int at;

  /** Of which the first {@code limit} bytes count. */
  public BulkMessages(byte[] body, int limit) {
    this.body = body;
    this.limit = limit;
  }

  @Override
  public Tally tally() {
    return count;
  }

  @Override
  public @Nullable Message next() {
    while (true) {
      Message message = document == null ? null : document.next();
      if (message != null || at >= limit) {
        return message;
      }
      advance();
    }
  }

  private void advance() {
    int from = at;
    if (count.faults().getOrDefault(Fault.SYNTAX, 0) > MOST_BROKEN) {
      at = limit;
      document = new JsonMessages(body, from, limit, "", count);
      return;
    }
    at = lineEnd(from);
    String action = action(from, at);
    if (action == null) {
      document = new JsonMessages(body, from, at, "", count);
      return;
    }
    count.add(action);
    document = null;
    if (!action.equals(DELETION)) {
      int begin = at;
      at = lineEnd(begin);
      String within = action.equals(UPDATE) ? "doc" : "";
      document = new JsonMessages(body, begin, at, within, count);
    }
  }

  /** Behind the line feed that ends the line, or the body. */
  private int lineEnd(int from) {
    int end = from;
    while (end < limit && body[end] != '\n') {
      end++;
    }
    return Math.min(limit, end + 1);
  }

  /** What is to be done with the document that follows: the one name of an object of an object. */
  private @Nullable String action(int from, int to) {
    String name = firstName(from, to);
    if (!ACTIONS.contains(name)) {
      return null;
    }
    try (JsonParser in = JSON.createParser(body, from, to - from)) {
      in.nextToken();
      in.nextToken();
      if (in.nextToken() != JsonToken.START_OBJECT) {
        return null;
      }
      in.skipChildren();
      return in.nextToken() == JsonToken.END_OBJECT ? name : null;
    } catch (IOException e) {
      return null;
    }
  }

  /** Of an object; most lines are none, or begin with a name of another length. */
  private String firstName(int from, int to) {
    int quote = from < to && body[from] == '{' ? behindBlanks(from + 1, to) : to;
    if (quote >= to || body[quote] != '"') {
      return "";
    }
    int end = quote + 1;
    while (end < to && end <= quote + LONGEST_ACTION && body[end] != '"') {
      end++;
    }
    boolean closed = end < to && body[end] == '"';
    return closed ? new String(body, quote + 1, end - quote - 1, US_ASCII) : "";
  }

  private int behindBlanks(int from, int to) {
    int next = from;
    while (next < to && body[next] == ' ') {
      next++;
    }
    return next;
  }
}
