package io.stormdrain.ingest.redact;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Private keys that processes print line by line: which of them have begun. Shared by all threads,
 * nearly always empty.
 */
public final class KeyBlocks {
  private static final byte[] OPENING = "PRIVATE KEY-----[redacted]".getBytes(US_ASCII);
  private static final byte[] OPENING_OF_PGP = "KEY BLOCK-----[redacted]".getBytes(US_ASCII);
  private static final byte[] CLOSING = "-----END".getBytes(US_ASCII);

  /** The largest keys in use have about so many lines. */
  private static final int LONGEST = 128;

  /** Other threads of the process may write between. */
  private static final int MOST_OTHERS = 16;

  private static final int MOST_PROCESSES = 1_000;

  /** A line with a time and such before the key's has at least so many characters of it. */
  private static final int SHORTEST = 16;

  private static final Chars BLANKS = Chars.of(" \t\r");

  /** Lines of a key, and others, that may still come. */
  private record Left(int key, int others) {}

  private final Map<String, Left> open = new ConcurrentHashMap<>();

  /** Is no key open, so that there is nothing to be looked at? */
  public boolean isEmpty() {
    return open.isEmpty();
  }

  /** Notes that a redacted line of the process ended in the middle of a key. */
  public void opened(String process, byte[] redacted) {
    boolean opening = endsWith(redacted, OPENING) || endsWith(redacted, OPENING_OF_PGP);
    if (opening && open.size() < MOST_PROCESSES) {
      open.put(process, new Left(LONGEST, MOST_OTHERS));
    }
  }

  private static boolean endsWith(byte[] line, byte[] end) {
    int from = line.length - end.length;
    return from >= 0 && Arrays.equals(line, from, line.length, end, 0, end.length);
  }

  /** The process's next line without what it holds of a key; null when it holds nothing of one. */
  public byte @Nullable [] next(String process, byte[] line) {
    Left left = open.get(process);
    if (left == null) {
      return null;
    }
    if (PrivateKey.indexOf(line, CLOSING, 0) >= 0) {
      open.remove(process);
      return null;
    }
    int to = trimmed(line);
    int from = Chars.BASE64.runBegin(line, to, 0);
    boolean key = from == 0 || (to - from >= SHORTEST && BLANKS.has(line[from - 1]));
    Left now = key ? new Left(left.key - 1, left.others) : new Left(left.key, left.others - 1);
    if (now.key == 0 || now.others == 0) {
      open.remove(process);
    } else {
      open.put(process, now);
    }
    if (!key || from == to) {
      return null;
    }
    byte[] redacted = Arrays.copyOf(line, from + Hits.MARK.length);
    System.arraycopy(Hits.MARK, 0, redacted, from, Hits.MARK.length);
    return redacted;
  }

  private static int trimmed(byte[] line) {
    int to = line.length;
    while (to > 0 && BLANKS.has(line[to - 1])) {
      to--;
    }
    return to;
  }
}
