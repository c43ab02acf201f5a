package io.stormdrain.notifier.console;

import org.jspecify.annotations.Nullable;

/**
 * Who looks at an incident.
 *
 * @param name of their account, or as they have said before; empty when neither is known
 * @param reply what became of what they just did; null when they did nothing
 */
public record Visitor(String name, @Nullable Reply reply) {}
