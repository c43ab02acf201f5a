package io.stormdrain.ingest.logplex;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lines that a dyno wrote in one piece and Heroku cut: over 10,000 bytes they come as several
 * messages of 10,000 bytes, only the last with a line feed, other processes' lines between them.
 *
 * <p>They are joined within one body. A line cut over two bodies stays in two records: its second
 * part may come on another connection, to another instance, or never, and an acknowledged part must
 * not wait in memory for it.
 */
final class LongLines {
  /** Heroku's size of a part (Dev Center, "Logging"). */
  static final int PART_BYTES = 10_000;

  private final Map<String, LongLine> open = new LinkedHashMap<>(4);

  boolean isEmpty() {
    return open.isEmpty();
  }

  /** The line that waits for its next part from this process, if one does. */
  @Nullable LongLine of(byte[] body, int appFrom, int processTo) {
    return open.get(process(body, appFrom, processTo));
  }

  void open(byte[] body, int appFrom, int processTo, LongLine line) {
    open.put(process(body, appFrom, processTo), line);
  }

  void close(byte[] body, int appFrom, int processTo) {
    open.remove(process(body, appFrom, processTo));
  }

  /** The oldest line whose rest did not come with this body. */
  @Nullable LongLine takeOldest() {
    var oldest = open.entrySet().iterator();
    if (!oldest.hasNext()) {
      return null;
    }
    LongLine line = oldest.next().getValue();
    oldest.remove();
    return line;
  }

  /** APP-NAME and PROCID stand side by side. */
  private static String process(byte[] body, int appFrom, int processTo) {
    return new String(body, appFrom, processTo - appFrom, ISO_8859_1);
  }
}
