package io.stormdrain.bench.ingest;

import io.stormdrain.bench.traffic.DrainRequests;
import java.io.IOException;
import java.net.SocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Many drains that send as fast as they are answered, all on one thread, so that the machine is
 * left to those who are measured.
 */
final class DrainLoad implements AutoCloseable {

  private static final long PATIENCE_MILLIS = 10_000;

  private final Selector selector = Selector.open();
  private final List<DrainConnection> connections = new ArrayList<>();
  private final SocketAddress door;
  private final DrainRequests requests;
  private final int count;
  private final int linesPerRequest;
  private long answered;
  private int outstanding;

  DrainLoad(SocketAddress door, DrainRequests requests, int count) throws IOException {
    this.door = door;
    this.requests = requests;
    this.count = count;
    linesPerRequest = requests.linesPerRequest();
    if (count >= requests.count()) {
      throw new IllegalArgumentException(
          "there are %d requests, too few for %d connections".formatted(requests.count(), count));
    }
  }

  /**
   * Sends for a while, and waits for the last answer.
   *
   * @param rampNanos before the measured time, so that queues are filled
   * @param nanos measured
   * @param cpu what the measured process has spent so far
   */
  Rate run(long rampNanos, long nanos, LongSupplier cpu) throws IOException {
    connect();
    long start = System.nanoTime();
    for (DrainConnection connection : connections) {
      connection.begin();
      outstanding++;
    }
    sendUntil(start + rampNanos);
    long began = System.nanoTime();
    long answeredBefore = answered;
    long cpuBefore = cpu.getAsLong();
    sendUntil(began + nanos);
    long cpuSpent = cpu.getAsLong() - cpuBefore;
    Rate rate =
        new Rate(
            (answered - answeredBefore) * linesPerRequest, System.nanoTime() - began, cpuSpent);
    while (outstanding > 0) {
      select(false);
    }
    return rate;
  }

  /** When they are needed: the door hangs up on who connects and says nothing. */
  private void connect() throws IOException {
    while (connections.size() < count) {
      connections.add(new DrainConnection(door, selector, requests));
    }
  }

  private void sendUntil(long end) throws IOException {
    while (System.nanoTime() - end < 0) {
      select(true);
    }
  }

  private void select(boolean more) throws IOException {
    int ready = selector.select(key -> serve(key, more), PATIENCE_MILLIS);
    if (ready == 0) {
      throw new IOException("the door does not answer");
    }
  }

  private void serve(SelectionKey key, boolean more) {
    DrainConnection connection = (DrainConnection) key.attachment();
    try {
      if (key.isWritable()) {
        connection.goOn();
      } else if (connection.isAnswered()) {
        answered++;
        if (more) {
          connection.begin();
        } else {
          outstanding--;
        }
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    for (DrainConnection connection : connections) {
      connection.close();
    }
    selector.close();
  }
}
