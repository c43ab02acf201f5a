package io.stormdrain.ingest.spool;

/**
 * A place in the spool.
 *
 * @param segment its number, from 1
 * @param offset in its file
 */
record Position(long segment, long offset) {
  static final Position BEGIN = new Position(0, 0);

  Position {
    if (segment < 0 || offset < 0) {
      throw new IllegalArgumentException("position " + segment + ":" + offset);
    }
  }
}
