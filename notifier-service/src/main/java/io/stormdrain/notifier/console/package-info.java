/**
 * Pages that people open: what is wrong now, one incident, who was told, and how the service is.
 * Made on the server; without script they work, with it they stay up to date by themselves.
 */
package io.stormdrain.notifier.console;
