/** Alerts on the terminal, for when there is nobody else to tell: as Slack and mail would look. */
package io.stormdrain.notifier.terminal;
