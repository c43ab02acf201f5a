package io.stormdrain.notifier.route;

/**
 * A receiver that may be told.
 *
 * @param edits whether it can change a message that it has shown
 * @param involved whether it was, or is about to be, told of the incident
 */
public record Candidate(String receiver, boolean edits, boolean involved) {}
