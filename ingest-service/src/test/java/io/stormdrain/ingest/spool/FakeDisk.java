package io.stormdrain.ingest.spool;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The machine's disk, which fails and waits when a test wants it to. */
final class FakeDisk implements Disk {
  private @Nullable String failure;
  private int left = Integer.MAX_VALUE;
  private boolean waits;
  private boolean waiting;
  private int forced;

  synchronized void fails(String reason) {
    failure = reason;
    left = 0;
  }

  /** Does so many things more; giving room back always works. */
  synchronized void failsAfter(int things) {
    failure = "Input/output error";
    left = things;
  }

  synchronized void works() {
    left = Integer.MAX_VALUE;
  }

  synchronized void forceWaits() {
    waits = true;
  }

  synchronized void forceGoesOn() {
    waits = false;
    notifyAll();
  }

  synchronized boolean isWaiting() {
    return waiting;
  }

  synchronized int forced() {
    return forced;
  }

  private synchronized void act() throws IOException {
    if (left == 0) {
      throw new IOException(failure);
    }
    left--;
  }

  private synchronized void waitForIt() throws IOException {
    waiting = true;
    try {
      while (waits) {
        wait();
      }
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
    waiting = false;
    forced++;
  }

  @Override
  public Growing create(Path path) throws IOException {
    act();
    return new Watched(REAL.create(path));
  }

  private final class Watched implements Growing {
    private final Growing file;

    Watched(Growing file) {
      this.file = file;
    }

    @Override
    public void write(ByteBuffer bytes) throws IOException {
      ByteBuffer half = bytes.duplicate().limit(bytes.position() + bytes.remaining() / 2);
      file.write(half);
      bytes.position(half.position());
      act();
      file.write(bytes);
    }

    @Override
    public void force() throws IOException {
      waitForIt();
      act();
      file.force();
    }

    @Override
    public void truncate(long length) throws IOException {
      file.truncate(length);
    }

    @Override
    public void close() throws IOException {
      file.close();
    }
  }
}
