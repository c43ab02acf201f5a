package io.stormdrain.analyzer.stream;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which lines of which drain frames were read in the last quarter of an hour, so that a frame that
 * is delivered again changes nothing. Kept in generations of five minutes, of which the oldest is
 * forgotten as a whole.
 */
final class FrameMemory {

  private static final long GENERATION_NANOS = 5L * 60 * 1_000_000_000;
  private static final int GENERATIONS = 4;

  /** Frames of all generations together; beyond it the oldest generation goes early. */
  private static final int MAX_FRAMES = 1_000_000;

  private static final class Generation {
    private final long bornAt;
    private final long firstOffset;
    private final Map<String, Lines> frames = new HashMap<>();

    Generation(long bornAt, long firstOffset) {
      this.bornAt = bornAt;
      this.firstOffset = firstOffset;
    }
  }

  /** Indexes of the lines that were read of one frame; nearly always they come in order. */
  private static final class Lines {
    private int next;
    private @Nullable BitSet others;

    boolean add(int index) {
      if (others == null && index == next) {
        next++;
        return true;
      }
      if (index < next && others == null) {
        return false;
      }
      if (others == null) {
        others = new BitSet();
        others.set(0, next);
      }
      boolean isNew = !others.get(index);
      others.set(index);
      return isNew;
    }
  }

  private final Deque<Generation> generations = new ArrayDeque<>();
  private int frames;
  private @Nullable String lastSource;
  private @Nullable String lastFrame;
  private @Nullable Lines lastLines;

  /**
   * Notes a line.
   *
   * @param source whose frame it is: ids of different senders may be equal
   * @param now the reader's clock, in nanoseconds
   * @return false when it was noted before
   */
  boolean add(String source, String frame, int index, long offset, long now) {
    Generation current = current(offset, now);
    if (lastLines != null && frame.equals(lastFrame) && source.equals(lastSource)) {
      return lastLines.add(index);
    }
    String key = source + ' ' + frame;
    Lines lines = find(key);
    if (lines == null) {
      lines = new Lines();
      current.frames.put(key, lines);
      frames++;
    }
    lastSource = source;
    lastFrame = frame;
    lastLines = lines;
    return lines.add(index);
  }

  /** From which offset the memory can be rebuilt; {@code none} when it is empty. */
  long from(long none) {
    return generations.isEmpty() ? none : generations.getFirst().firstOffset;
  }

  private Generation current(long offset, long now) {
    Generation last = generations.peekLast();
    if (last != null && now - last.bornAt < GENERATION_NANOS && frames < MAX_FRAMES) {
      return last;
    }
    if (generations.size() >= GENERATIONS || (frames >= MAX_FRAMES && generations.size() > 1)) {
      frames -= generations.removeFirst().frames.size();
      lastLines = null;
    }
    Generation born = new Generation(now, offset);
    generations.addLast(born);
    return born;
  }

  private @Nullable Lines find(String key) {
    for (Generation generation : generations) {
      Lines lines = generation.frames.get(key);
      if (lines != null) {
        return lines;
      }
    }
    return null;
  }
}
