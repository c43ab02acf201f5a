package io.stormdrain.local.logplex;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/** The frames of one request, within Logplex's limits. */
public final class Batch {

  /** Most messages in one body; the report of lost ones comes on top. */
  static final int MAX_MESSAGES = 1_024;

  /** Most bytes in one body, unless a single frame is larger. */
  static final int MAX_BYTES = 102_400;

  private final List<Frame> frames = new ArrayList<>();
  private int bytes;

  /** Whether one more frame would still be within the limits. */
  public boolean hasRoomFor(Frame frame) {
    return frames.isEmpty()
        || (frames.size() < MAX_MESSAGES && bytes + frame.length() <= MAX_BYTES);
  }

  /** Adds a frame, whether there is room for it or not. */
  public void add(Frame frame) {
    frames.add(frame);
    bytes += frame.length();
  }

  /** The same frames with another in front of them. */
  Batch after(Frame first) {
    Batch batch = new Batch();
    batch.add(first);
    frames.forEach(batch::add);
    return batch;
  }

  /** How many frames there are. */
  public int size() {
    return frames.size();
  }

  byte[] body() {
    ByteArrayOutputStream body = new ByteArrayOutputStream(bytes);
    frames.forEach(frame -> frame.writeTo(body));
    return body.toByteArray();
  }
}
