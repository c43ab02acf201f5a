package io.stormdrain.notifier.route;

/**
 * A receiver that may be told.
 *
 * @param edits whether it can change a message that it has shown
 * @param knows what it knows of the incident
 */
public record Candidate(String receiver, boolean edits, Knowledge knows) {}
