package io.stormdrain.ingest.syslog;

import io.stormdrain.ingest.message.Fault;
import io.stormdrain.ingest.message.Text;
import java.util.Arrays;

/**
 * Cuts what a connection brings into frames. Senders mix the two framings of RFC 6587, so each
 * frame tells by its first bytes which one it has: {@code 99 <11>1 ...} is counted, anything else
 * ends with a line feed. Holds no more than a frame.
 */
public final class SyslogFraming {
  /** A full message with its header; what is longer is cut. */
  static final int MOST = Text.MAX_BYTES + 2_048;

  private static final int USUAL = 8 * 1024;
  private static final int COUNT_DIGITS = 7;

  /** A token may stand between a count and its message; this long is none of ours. */
  private static final int LONGEST_TOKEN = 512;

  private static final byte[] NOTHING = {};

  private byte[] buffer = new byte[USUAL];
  private int from;
  private int to;

  /** Bytes of a cut frame that are still to come; or all up to the next line feed. */
  private int skipped;

  private boolean skipsLine;
  private boolean ended;

  private byte[] frame = NOTHING;
  private Fault fault = Fault.NONE;

  /** How the frame at the beginning of the buffer is framed. */
  private sealed interface Opening {
    record Counted(int content, int count) implements Opening {}

    record Line() implements Opening {}

    /** More bytes will tell. */
    record Unknown() implements Opening {}
  }

  /** More bytes have come; only while {@link #next} gave false. */
  public void add(byte[] bytes) {
    if (to + bytes.length > buffer.length) {
      byte[] larger =
          new byte[Math.max(USUAL, Math.max(2 * (to - from), to - from + bytes.length))];
      System.arraycopy(buffer, from, larger, 0, to - from);
      buffer = larger;
      to -= from;
      from = 0;
    }
    System.arraycopy(bytes, 0, buffer, to, bytes.length);
    to += bytes.length;
  }

  /** No more bytes will come: what is left is the last frame, or the half of it. */
  public void end() {
    ended = true;
  }

  /** Bytes that are held. */
  public int held() {
    return buffer.length;
  }

  /** Goes to the next frame; false when there is none yet. */
  public boolean next() {
    fault = Fault.NONE;
    if (!skip()) {
      return false;
    }
    while (from < to && isBetween(buffer[from])) {
      from++;
    }
    if (from == to) {
      rest();
      return false;
    }
    return switch (opening()) {
      case Opening.Counted(int content, int count) -> counted(content, count);
      case Opening.Line _ -> line();
      case Opening.Unknown _ -> ended && line();
    };
  }

  /** The frame, without its count or the line feed that ended it. */
  public byte[] frame() {
    return frame;
  }

  /** What was wrong with how it was framed. */
  public Fault fault() {
    return fault;
  }

  /** The buffer of a large frame is given back. */
  private void rest() {
    from = 0;
    to = 0;
    if (buffer.length > USUAL) {
      buffer = new byte[USUAL];
    }
  }

  /** Passes over the rest of a frame that was cut; false when more of it is to come. */
  private boolean skip() {
    int passed = Math.min(skipped, to - from);
    from += passed;
    skipped -= passed;
    while (skipsLine && from < to) {
      skipsLine = buffer[from++] != '\n';
    }
    return skipped == 0 && !skipsLine;
  }

  private static boolean isBetween(byte b) {
    return b == '\n' || b == '\r' || b == 0;
  }

  /** {@code COUNT <} or {@code COUNT TOKEN <}. */
  private Opening opening() {
    int space = afterDigits(from);
    if (space == to && space - from <= COUNT_DIGITS) {
      return new Opening.Unknown();
    }
    boolean count = space > from && space - from <= COUNT_DIGITS && buffer[space] == ' ';
    if (!count || buffer[from] == '0') {
      return new Opening.Line();
    }
    int content = space + 1;
    int mark = afterWord(content);
    if (mark == to) {
      return new Opening.Unknown();
    }
    boolean opens = buffer[mark] == '<';
    return opens ? new Opening.Counted(content, number(from, space)) : new Opening.Line();
  }

  private int afterDigits(int at) {
    int i = at;
    while (i < to && buffer[i] >= '0' && buffer[i] <= '9') {
      i++;
    }
    return i;
  }

  /** Where a message opens, behind one word and a space or at once; any other byte otherwise. */
  private int afterWord(int at) {
    if (at == to || buffer[at] == '<') {
      return at;
    }
    int i = at;
    while (i < to && buffer[i] > ' ' && buffer[i] != '<' && i - at < LONGEST_TOKEN) {
      i++;
    }
    boolean word = i < to && buffer[i] == ' ';
    return word ? i + 1 : i == to ? to : at;
  }

  private int number(int at, int end) {
    int value = 0;
    for (int i = at; i < end; i++) {
      value = value * 10 + buffer[i] - '0';
    }
    return value;
  }

  private boolean counted(int content, int count) {
    int there = to - content;
    if (there >= count) {
      take(content, Math.min(count, MOST), count);
      return true;
    }
    if (there >= MOST) {
      take(content, MOST, there);
      skipped = count - there;
      return true;
    }
    if (ended) {
      take(content, there, there);
      fault = Fault.OVERRUN;
    }
    return ended;
  }

  private boolean line() {
    int end = from;
    while (end < to && buffer[end] != '\n') {
      end++;
    }
    if (end < to) {
      take(from, Math.min(end - from, MOST), end - from + 1);
      return true;
    }
    if (end - from >= MOST) {
      skipsLine = true;
      take(from, MOST, end - from);
      return true;
    }
    if (ended) {
      take(from, end - from, end - from);
    }
    return ended;
  }

  private void take(int content, int length, int used) {
    int end = content + length;
    while (end > content && isBetween(buffer[end - 1])) {
      end--;
    }
    frame = Arrays.copyOfRange(buffer, content, end);
    from = content + used;
  }
}
