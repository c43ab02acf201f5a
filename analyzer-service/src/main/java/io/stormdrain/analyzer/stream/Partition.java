package io.stormdrain.analyzer.stream;

import io.stormdrain.analyzer.classify.Classifier;
import io.stormdrain.analyzer.classify.Memory;
import io.stormdrain.analyzer.line.LogLine;
import io.stormdrain.analyzer.signal.Signal;
import io.stormdrain.analyzer.vitals.Vitals;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * One partition of {@code log-lines} as it is read: what is remembered of it, and where it stands.
 * On assignment it reads from its floors up to the committed position and tells nothing; from there
 * on every line speaks.
 */
final class Partition {

  /** What became of a line. */
  enum Outcome {
    /** Read again to remember; it was counted when it was read first. */
    REBUILT,
    /** Delivered again by its sender; counted once already. */
    DUPLICATE,
    /** Says nothing, or only counts. */
    SILENT,
    /** Became at least one signal. */
    SPOKEN
  }

  private final Supplier<Classifier> classifier;
  private final Memory memory = new Memory();
  private final FrameMemory frames = new FrameMemory();
  private final long committed;
  private final Floors floors;
  private final List<Signal> unheard = new ArrayList<>();
  private boolean vitalsCrossed;
  private boolean tracesCrossed;
  private long position;
  private long vitalsFrom;

  /**
   * @param classifier the one in use, asked for each line
   * @param committed the position from which lines count
   * @param floors from where to read again
   */
  Partition(Supplier<Classifier> classifier, long committed, Floors floors) {
    this.classifier = classifier;
    this.committed = committed;
    this.floors = floors;
    this.position = floors.lowest();
    this.vitalsFrom = floors.vitals();
  }

  /** Offset of the next line to read. */
  long position() {
    return position;
  }

  /** Offset of the next line that counts. */
  long unread() {
    return Math.max(position, committed);
  }

  /** Whether it is still reading what was read before. */
  boolean rebuilding() {
    return position < committed;
  }

  /** What to write beside the position when it is committed. */
  Floors floors() {
    return new Floors(
        frames.from(position), memory.firstOpenTrace(position), Math.min(vitalsFrom, position));
  }

  /** Takes the next line. */
  Outcome accept(Reading.Line reading, long now, List<Signal> out) {
    LogLine line = reading.line();
    memory.tick(now);
    crossFloors(line.offset());
    position = line.offset() + 1;
    boolean fresh =
        reading.frame() == null
            || frames.add(line.source(), reading.frame(), reading.index(), line.offset(), now);
    if (line.offset() < committed) {
      if (fresh) {
        classifier.get().accept(line, memory, unheard);
        unheard.clear();
      }
      crossFloors(position);
      return Outcome.REBUILT;
    }
    if (!fresh) {
      return Outcome.DUPLICATE;
    }
    int before = out.size();
    classifier.get().accept(line, memory, out);
    return spoke(line, out, before) ? Outcome.SPOKEN : Outcome.SILENT;
  }

  /** A line may also end the stack trace of an earlier one, which then speaks. */
  private static boolean spoke(LogLine line, List<Signal> out, int before) {
    for (int i = before; i < out.size(); i++) {
      if (out.get(i).line().offset() == line.offset()) {
        return true;
      }
    }
    return false;
  }

  /** Passes over a record that is no line. */
  void skip(long offset) {
    position = offset + 1;
    crossFloors(position);
  }

  /** Tells the stack traces of processes that fell silent. */
  void fallSilent(long now, List<Signal> out) {
    memory.tick(now);
    if (!rebuilding()) {
      classifier.get().fallSilent(memory, out);
    }
  }

  /** There are no more lines: every open stack trace is told. */
  void end(List<Signal> out) {
    classifier.get().end(memory, out);
  }

  /** What was counted since this was last asked. */
  List<Vitals> takeVitals() {
    vitalsFrom = position;
    return memory.takeVitals();
  }

  /** How many apps were forgotten since this was last asked, to make room for others. */
  int takeForgotten() {
    return memory.takeForgotten();
  }

  /** The same of drain frames. */
  int takeForgottenFrames() {
    return frames.takeForgotten();
  }

  /** What belongs to lines in front of a floor was told in its time. */
  private void crossFloors(long reached) {
    if (!vitalsCrossed && reached >= floors.vitals()) {
      memory.takeVitals();
      vitalsCrossed = true;
    }
    if (!tracesCrossed && reached >= committed) {
      classifier.get().forget(memory, floors.traces());
      tracesCrossed = true;
    }
  }
}
