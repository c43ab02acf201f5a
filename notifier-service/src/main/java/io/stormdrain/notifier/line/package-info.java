/** Log lines as topic {@code log-lines} still has them: around one, by search, and as they come. */
package io.stormdrain.notifier.line;
