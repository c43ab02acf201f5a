package io.stormdrain.bench.traffic;

/**
 * What one process said.
 *
 * @param priority {@code PRI} of its frame
 * @param speaker APP-NAME of its frame: {@code app}, or {@code heroku} for the platform
 * @param process PROCID of its frame: {@code web.1}, {@code router}
 * @param text the message, ASCII
 */
public record TrafficLine(int priority, String speaker, String process, String text) {}
