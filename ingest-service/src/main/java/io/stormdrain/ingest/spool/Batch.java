package io.stormdrain.ingest.spool;

import io.stormdrain.ingest.line.Awaiting;
import io.stormdrain.ingest.line.LogLine;
import io.stormdrain.ingest.line.Outlet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lines of the spool that are sent together. Those from the first one on that fails count as not
 * taken, also if Kafka took some: sent again in their order they keep it, and their frames tell
 * readers that they were there before.
 */
final class Batch implements Awaiting {
  private final List<LogLine> lines;
  private int open;
  private int firstFailed;
  private @Nullable Exception failure;

  Batch(List<LogLine> lines) {
    this.lines = lines;
    this.firstFailed = lines.size();
  }

  /** Returns how many were taken from the first on, once every answer has come. */
  int send(Outlet kafka) throws InterruptedException {
    for (int i = 0; i < lines.size() && opens(); i++) {
      LogLine line = lines.get(i);
      line.number(i);
      line.belongsTo(this);
      kafka.send(line);
    }
    synchronized (this) {
      while (open > 0) {
        wait();
      }
      return firstFailed;
    }
  }

  /** What comes behind a failure would have to be sent again. */
  private synchronized boolean opens() {
    open += failure == null ? 1 : 0;
    return failure == null;
  }

  synchronized @Nullable Exception failure() {
    return failure;
  }

  @Override
  public synchronized void acknowledged(LogLine line) {
    open--;
    notifyAll();
  }

  @Override
  public synchronized void failed(LogLine line, Exception reason) {
    if (line.number() < firstFailed) {
      firstFailed = line.number();
      failure = reason;
    }
    open--;
    notifyAll();
  }
}
