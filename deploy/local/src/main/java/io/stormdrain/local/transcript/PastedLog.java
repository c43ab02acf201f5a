package io.stormdrain.local.transcript;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A log as people paste it: any of the known layouts, wrapped by a terminal, quoted, several frames
 * on one line. Every line is readable; what says nothing of its own about time and process shares
 * those of the line before it.
 */
public final class PastedLog {

  /** Where the next octet-counted frame begins. */
  private static final Pattern FRAME = Pattern.compile("(?=\\b\\d{2,5} <\\d{1,3}>1 \\d{4}-)");

  private static final int QUOTED_SHARE = 5;

  private final List<TranscriptLine> lines = new ArrayList<>();
  private @Nullable TranscriptLine last;

  private PastedLog() {}

  /** Reads the log's raw lines; a message that was wrapped is one line with the first's number. */
  public static List<TranscriptLine> read(List<String> raw) {
    PastedLog log = new PastedLog();
    boolean quoted = isQuoted(raw);
    for (Wrapping.Piece piece : Wrapping.joined(raw, PastedLog::hasLayout)) {
      log.add(piece.number(), quoted ? withoutQuote(piece.text()) : piece.text());
    }
    return log.lines;
  }

  static boolean hasLayout(String text) {
    return layout(1, text) != null;
  }

  private void add(int number, String text) {
    for (String frame : text.contains(">1 ") ? FRAME.split(text) : new String[] {text}) {
      TranscriptLine read = layout(number, frame);
      if (read == null) {
        read = layout(number, Gutter.without(frame));
      }
      if (read == null) {
        read = continued(number, frame);
      } else {
        last = read.time() == null && last != null ? read.at(last.time()) : read;
        read = last;
      }
      lines.add(read.saying(Gutter.without(read.message())));
    }
  }

  private TranscriptLine continued(int number, String text) {
    // A platform's messages are one line each: what follows without a prefix is somebody else's.
    return last == null || last.origin() == Origin.PLATFORM
        ? new TranscriptLine(number, last == null ? null : last.time(), Origin.APP, null, text)
        : new TranscriptLine(number, last.time(), last.origin(), last.process(), text);
  }

  private static @Nullable TranscriptLine layout(int number, String text) {
    for (Layout layout : Layout.values()) {
      TranscriptLine line = layout.read(number, text);
      if (line != null) {
        return line;
      }
    }
    return null;
  }

  /** Whether nearly every line begins with the mark of a quotation. */
  private static boolean isQuoted(List<String> raw) {
    long text = raw.stream().filter(line -> !line.isBlank()).count();
    long quoted = raw.stream().filter(line -> line.startsWith(">")).count();
    return text > 1 && (text - quoted) * QUOTED_SHARE <= text;
  }

  private static String withoutQuote(String text) {
    int from = text.startsWith("> ") ? 2 : text.startsWith(">") ? 1 : 0;
    return text.substring(from);
  }
}
