package io.stormdrain.local.forward;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Passes on one stream of a command, byte for byte and at once, and keeps its lines. */
final class Tee implements Runnable {
  private static final int BUFFER = 8 * 1024;

  /** What has no line feed for so long is a line by itself. */
  private static final int LONGEST = 64 * 1024;

  private final InputStream from;
  private final OutputStream to;
  private final Tail tail;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();

  Tee(InputStream from, OutputStream to, Tail tail) {
    this.from = from;
    this.to = to;
    this.tail = tail;
  }

  @Override
  public void run() {
    byte[] buffer = new byte[BUFFER];
    boolean listens = true;
    try (from) {
      for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
        listens = listens && pass(buffer, read);
        keep(buffer, read);
      }
    } catch (IOException e) {
      // The command has gone, and its stream with it.
    }
    if (line.size() > 0) {
      end();
    }
  }

  /** Who reads our output may stop to, as head does; what the command says is kept all the same. */
  private boolean pass(byte[] bytes, int length) {
    try {
      to.write(bytes, 0, length);
      to.flush();
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private void keep(byte[] bytes, int length) {
    for (int i = 0; i < length; i++) {
      if (bytes[i] == '\n') {
        end();
      } else {
        line.write(bytes[i]);
        if (line.size() >= LONGEST) {
          end();
        }
      }
    }
  }

  private void end() {
    tail.add(line.toByteArray());
    line.reset();
  }
}
