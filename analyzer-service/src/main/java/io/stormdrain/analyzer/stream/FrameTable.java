package io.stormdrain.analyzer.stream;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Drain frames with the lines that were read of each: a number of 64 bits stands for a frame's
 * name, so that a frame takes some twenty bytes. Of a million frames two have the same number once
 * in thirty million times.
 */
final class FrameTable {

  private static final int SMALLEST = 256;
  private static final long SEED = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  /** In a slot without a frame; a frame of this number is called 1. */
  private static final long NOBODY = 0;

  private long[] frames = new long[SMALLEST];

  /** By slot: lines before this one were all read. Nearly always lines come in order. */
  private int[] read = new int[SMALLEST];

  /** By frame: all lines that were read, where they did not come in order. */
  private @Nullable Map<Long, BitSet> scattered;

  private int size;

  /** The number of a frame; ids of different senders may be equal. */
  static long number(String source, String frame) {
    long hash = mixed(mixed(SEED, source) ^ 0xff, frame);
    hash = (hash ^ hash >>> 32) * 0x9E3779B97F4A7C15L;
    hash ^= hash >>> 29;
    return hash == NOBODY ? 1 : hash;
  }

  private static long mixed(long seed, String text) {
    long hash = seed;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * PRIME;
      hash ^= hash >>> 47;
    }
    return hash;
  }

  int size() {
    return size;
  }

  boolean has(long frame) {
    return frames[slot(frame)] == frame;
  }

  /**
   * Notes a line of a frame.
   *
   * @return false when it was noted before
   */
  boolean add(long frame, int line) {
    int slot = slot(frame);
    if (frames[slot] == NOBODY) {
      frames[slot] = frame;
      if (++size > frames.length * 2 / 3) {
        grow();
        slot = slot(frame);
      }
    }
    BitSet lines = scattered == null ? null : scattered.get(frame);
    if (lines != null) {
      boolean isNew = !lines.get(line);
      lines.set(line);
      return isNew;
    }
    if (line > read[slot]) {
      scatter(frame, read[slot]).set(line);
      return true;
    }
    boolean isNew = line == read[slot];
    read[slot] += isNew ? 1 : 0;
    return isNew;
  }

  private BitSet scatter(long frame, int before) {
    BitSet lines = new BitSet();
    lines.set(0, before);
    if (scattered == null) {
      scattered = new HashMap<>();
    }
    scattered.put(frame, lines);
    return lines;
  }

  /** Where the frame stands, or may be put. */
  private int slot(long frame) {
    int slot = (int) frame & (frames.length - 1);
    while (frames[slot] != frame && frames[slot] != NOBODY) {
      slot = (slot + 1) & (frames.length - 1);
    }
    return slot;
  }

  private void grow() {
    long[] before = frames;
    int[] linesBefore = read;
    frames = new long[before.length * 2];
    read = new int[before.length * 2];
    for (int i = 0; i < before.length; i++) {
      if (before[i] != NOBODY) {
        int slot = slot(before[i]);
        frames[slot] = before[i];
        read[slot] = linesBefore[i];
      }
    }
  }
}
