package io.stormdrain.notifier.message;

/**
 * A piece of a step.
 *
 * @param code whether it is to be typed as it stands
 */
public record Span(String text, boolean code) {}
