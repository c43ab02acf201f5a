package io.stormdrain.ingest.message;

/** The structured data field of RFC 5424 6.3, which some senders put before the message. */
public final class StructuredData {
  private StructuredData() {}

  /** Where the message begins; {@code from} when there is no such field before it. */
  public static int skip(byte[] b, int from, int to) {
    if (from >= to) {
      return from;
    }
    if (b[from] == '-') {
      return afterField(b, from + 1, to, from);
    }
    int at = from;
    while (at < to && b[at] == '[') {
      int next = afterElement(b, at, to);
      if (next < 0) {
        return from;
      }
      at = next;
    }
    return at == from ? from : afterField(b, at, to, from);
  }

  /** A field ends with a space, or with the message when that is empty. */
  private static int afterField(byte[] b, int at, int to, int otherwise) {
    if (at == to || (at + 1 == to && b[at] == '\n')) {
      return at;
    }
    return b[at] == ' ' ? at + 1 : otherwise;
  }

  /**
   * End of {@code [id name="value" ...]}, -1 when it is not one. An element without any value is
   * left to the message, although the RFC has it: apps write {@code [INFO]}, senders no such thing.
   */
  private static int afterElement(byte[] b, int from, int to) {
    int at = afterName(b, from + 1, to);
    boolean valued = false;
    while (at >= 0 && at < to && b[at] == ' ') {
      at = afterParameter(b, at + 1, to);
      valued = true;
    }
    return valued && at >= 0 && at < to && b[at] == ']' ? at + 1 : -1;
  }

  private static int afterParameter(byte[] b, int from, int to) {
    int equals = afterName(b, from, to);
    boolean assigned = equals >= 0 && equals + 1 < to && b[equals] == '=';
    return assigned && b[equals + 1] == '"' ? afterValue(b, equals + 2, to) : -1;
  }

  private static int afterName(byte[] b, int from, int to) {
    int at = from;
    while (at < to && b[at] > ' ' && b[at] != '=' && b[at] != ']' && b[at] != '"') {
      at++;
    }
    return at > from ? at : -1;
  }

  /** Quote, backslash and bracket stand escaped by a backslash. */
  private static int afterValue(byte[] b, int from, int to) {
    for (int at = from; at < to; at++) {
      if (b[at] == '\\') {
        at++;
      } else if (b[at] == '"') {
        return at + 1;
      }
    }
    return -1;
  }
}
