package io.stormdrain.notifier.routing;

/**
 * A name in the routing file, with the line that it stands in.
 *
 * @param line from 1
 */
record Word(String text, int line) {}
