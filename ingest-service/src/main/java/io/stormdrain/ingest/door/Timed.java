package io.stormdrain.ingest.door;

/** What a loop looks at every now and then, because it must not last for ever. */
interface Timed {
  /** Some time has passed: it is {@link System#nanoTime} now. */
  void look(long now);
}
