package io.stormdrain.bench.traffic;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/**
 * Requests as Logplex sends them, made beforehand; only the frame id changes from one sending to
 * the next. They take turns, and there are more of them than connections.
 */
public final class DrainRequests {

  private final ByteBuffer bytes;
  private final int[] starts;
  private final int[] ids;
  private final int linesPerRequest;
  private long sent;

  /** All requests that bring these frames. */
  public DrainRequests(Frames frames) {
    this(frames, Dialect.LOGPLEX);
  }

  /** The same in another dialect. */
  public DrainRequests(Frames frames, Dialect dialect) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    starts = new int[frames.count() + 1];
    ids = new int[frames.count()];
    linesPerRequest = frames.linesPerFrame();
    for (int i = 0; i < frames.count(); i++) {
      byte[] body = dialect.body(frames, i);
      byte[] opening = opening(dialect, frames.app(i));
      ids[i] = starts[i] + opening.length;
      all.writeBytes(opening);
      all.writeBytes(FrameName.of(i));
      all.writeBytes(rest(linesPerRequest, body.length));
      all.writeBytes(body);
      starts[i + 1] = all.size();
    }
    bytes = ByteBuffer.allocateDirect(all.size()).put(all.toByteArray());
  }

  private static byte[] opening(Dialect dialect, String app) {
    return String.join(
            "\r\n",
            "POST " + dialect.path() + " HTTP/1.1",
            "Host: drain.example.com",
            "Authorization: Basic " + Apps.credentials(app),
            "User-Agent: Logplex/v73",
            "Content-Type: " + dialect.contentType(),
            "Logplex-Drain-Token: d.2f1b5a3c-0d68-4b3f-9a51-6a5e2d3c4b5a",
            "Logplex-Frame-Id: ")
        .getBytes(US_ASCII);
  }

  private static byte[] rest(int lines, int length) {
    return "\r\nLogplex-Msg-Count: %d\r\nContent-Length: %d\r\n\r\n"
        .formatted(lines, length)
        .getBytes(US_ASCII);
  }

  /** How many there are. */
  public int count() {
    return ids.length;
  }

  /** Lines that each brings. */
  public int linesPerRequest() {
    return linesPerRequest;
  }

  /** Bytes of all of them, headers included. */
  public int size() {
    return bytes.capacity();
  }

  /** The next request, with a frame id that none before it had, to be read from {@code into}. */
  public void next(ByteBuffer into) {
    int i = (int) (sent % ids.length);
    bytes.put(ids[i], FrameName.of(sent));
    sent++;
    into.limit(starts[i + 1]).position(starts[i]);
  }

  /** A view for one connection. */
  public ByteBuffer view() {
    return bytes.duplicate().limit(0);
  }
}
