package io.stormdrain.ingest.spool;

import java.nio.file.Path;

/**
 * A file of the spool.
 *
 * @param number of its place in the order, from 1
 * @param length bytes of it that are whole and durable
 * @param lines in them
 * @param closed nothing will be added
 */
record Segment(long number, Path path, long length, long lines, boolean closed) {
  private static final String SUFFIX = ".lines";

  static Path path(Path folder, long number) {
    return folder.resolve("%016x%s".formatted(number, SUFFIX));
  }

  /** The number in a file's name; -1 when it is another file. */
  static long number(Path path) {
    String name = String.valueOf(path.getFileName());
    boolean segment = name.matches("[0-7][0-9a-f]{15}" + SUFFIX);
    return segment ? Long.parseLong(name.substring(0, 16), 16) : -1;
  }

  Segment grown(long toLength, long moreLines) {
    return new Segment(number, path, toLength, lines + moreLines, closed);
  }

  Segment finished() {
    return new Segment(number, path, length, lines, true);
  }
}
