package io.stormdrain.bench.traffic;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/**
 * Drain frames of healthy apps: which lines each brings, of which app, and when they were said.
 *
 * @param apps take turns, a frame each
 * @param lines of all frames
 * @param linesPerFrame how many of them go together
 * @param start time of the first line; the others follow ten in a millisecond
 */
public record Frames(Apps apps, List<TrafficLine> lines, int linesPerFrame, Instant start) {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSSxxx").withZone(ZoneOffset.UTC);

  /** Copies the lists. */
  public Frames {
    lines = List.copyOf(lines);
    if (linesPerFrame < 1 || linesPerFrame > lines.size()) {
      throw new IllegalArgumentException(
          "linesPerFrame must be within 1 and %d, is %d".formatted(lines.size(), linesPerFrame));
    }
  }

  /** Frames of so many healthy lines altogether, the same for the same arguments. */
  public static Frames generated(
      Apps apps, long seed, int count, int linesPerFrame, Instant start) {
    Traffic traffic = new Traffic(seed);
    List<TrafficLine> lines = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      lines.add(traffic.next());
    }
    return new Frames(apps, lines, linesPerFrame, start);
  }

  /** How many frames there are; lines that fill no frame are left out. */
  public int count() {
    return lines.size() / linesPerFrame;
  }

  /** Whose frame it is. */
  public String app(int frame) {
    return apps.names().get(frame % apps.names().size());
  }

  /** When a line was said, milliseconds since 1970 UTC. */
  public long millis(long line) {
    return start.toEpochMilli() + line / 10;
  }

  /** A frame's body as Logplex writes it. */
  public byte[] body(int frame) {
    StringBuilder body = new StringBuilder();
    int first = frame * linesPerFrame;
    for (int i = first; i < first + linesPerFrame; i++) {
      TrafficLine line = lines.get(i);
      String message =
          "<%d>1 %s host %s %s - %s\n"
              .formatted(
                  line.priority(),
                  TIME.format(Instant.ofEpochMilli(millis(i))),
                  line.speaker(),
                  line.process(),
                  line.text());
      body.append(message.length()).append(' ').append(message);
    }
    return body.toString().getBytes(US_ASCII);
  }
}
