package io.stormdrain.local.transcript;

import java.io.Reader;
import java.util.Iterator;

/** Reads what {@code heroku logs} prints, line by line, whatever its size. */
public final class TranscriptReader implements Iterator<TranscriptLine> {

  private final RawLines lines;
  private int number;

  /**
   * Reads from where the reader stands.
   *
   * @param text buffered; closed by whoever opened it
   */
  public TranscriptReader(Reader text) {
    this.lines = new RawLines(text);
  }

  @Override
  public boolean hasNext() {
    return lines.hasNext();
  }

  @Override
  public TranscriptLine next() {
    String line = lines.next();
    number++;
    return TranscriptParser.parse(number, line);
  }
}
