package io.stormdrain.notifier.route;

/**
 * A receiver that an incident is routed to.
 *
 * @param route the one that says so
 */
public record Stop(String receiver, Route route) {}
