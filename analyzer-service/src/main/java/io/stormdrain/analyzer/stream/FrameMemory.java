package io.stormdrain.analyzer.stream;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Which lines of which drain frames were read in the last quarter of an hour, so that a frame that
 * is delivered again changes nothing. Kept in generations of five minutes, or of a quarter of the
 * frames there is room for: the oldest is forgotten as a whole.
 */
final class FrameMemory {

  /**
   * Frames of all generations together, in some twelve megabytes. A partition that is sent more
   * than 400 a second forgets some before their time.
   */
  static final int MOST_FRAMES = 500_000;

  private static final long GENERATION_NANOS = 5L * 60 * 1_000_000_000;
  private static final int GENERATIONS = 4;

  private record Generation(long bornAt, long firstOffset, FrameTable frames) {}

  private final int mostFrames;
  private final Deque<Generation> generations = new ArrayDeque<>();
  private int forgotten;
  private String lastSource = "";
  private String lastFrame = "";
  private long lastNumber;
  private FrameTable lastTable = new FrameTable();

  FrameMemory() {
    this(MOST_FRAMES);
  }

  FrameMemory(int mostFrames) {
    this.mostFrames = mostFrames;
  }

  /**
   * Notes a line.
   *
   * @param source whose frame it is
   * @param now the reader's clock, in nanoseconds
   * @return false when it was noted before
   */
  boolean add(String source, String frame, int index, long offset, long now) {
    if (!frame.equals(lastFrame) || !source.equals(lastSource)) {
      lastSource = source;
      lastFrame = frame;
      lastNumber = FrameTable.number(source, frame);
      FrameTable known = tableOf(lastNumber);
      lastTable = known == null ? current(offset, now).frames() : known;
    }
    return lastTable.add(lastNumber, index);
  }

  /** From which offset the memory can be rebuilt; {@code none} when it is empty. */
  long from(long none) {
    return generations.isEmpty() ? none : generations.getFirst().firstOffset();
  }

  /** How many frames were forgotten before their time, since this was last asked. */
  int takeForgotten() {
    int taken = forgotten;
    forgotten = 0;
    return taken;
  }

  private Generation current(long offset, long now) {
    Generation last = generations.peekLast();
    if (last != null
        && now - last.bornAt() < GENERATION_NANOS
        && last.frames().size() < mostFrames / GENERATIONS) {
      return last;
    }
    if (generations.size() == GENERATIONS) {
      int gone = generations.removeFirst().frames().size();
      boolean early = now - generations.getFirst().bornAt() < GENERATION_NANOS * (GENERATIONS - 1);
      forgotten += early ? gone : 0;
    }
    Generation born = new Generation(now, offset, new FrameTable());
    generations.addLast(born);
    return born;
  }

  private @Nullable FrameTable tableOf(long frame) {
    for (Generation generation : generations) {
      if (generation.frames().has(frame)) {
        return generation.frames();
      }
    }
    return null;
  }
}
