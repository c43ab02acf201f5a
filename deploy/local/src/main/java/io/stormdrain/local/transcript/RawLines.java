package io.stormdrain.local.transcript;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a text, whatever its size. Lines end with LF or CR LF: a CR alone is a progress
 * bar's.
 */
public final class RawLines implements Iterator<String> {

  /** Longer ones are continued as a new line; Heroku cuts at 10,000 bytes. */
  static final int MAX_LINE = 1 << 20;

  private final Reader text;
  private final StringBuilder line = new StringBuilder();
  private @Nullable String next;
  private boolean ended;

  /**
   * Reads from where the reader stands.
   *
   * @param text buffered; closed by whoever opened it
   */
  public RawLines(Reader text) {
    this.text = text;
  }

  @Override
  public boolean hasNext() {
    if (next == null && !ended) {
      next = read();
    }
    return next != null;
  }

  @Override
  public String next() {
    if (!hasNext() || next == null) {
      throw new NoSuchElementException();
    }
    String result = next;
    next = null;
    return result;
  }

  private @Nullable String read() {
    line.setLength(0);
    try {
      int character = text.read();
      if (character < 0) {
        ended = true;
        return null;
      }
      while (character >= 0 && character != '\n' && line.length() < MAX_LINE) {
        line.append((char) character);
        character = text.read();
      }
      keep(character);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return line.toString();
  }

  private void keep(int character) {
    int last = line.length() - 1;
    if (character == '\n' && last >= 0 && line.charAt(last) == '\r') {
      line.setLength(last);
    } else if (character >= 0 && character != '\n') {
      line.append((char) character);
    }
  }
}
