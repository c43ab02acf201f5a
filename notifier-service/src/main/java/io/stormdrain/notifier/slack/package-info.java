/**
 * Slack: messages rendered as Block Kit, which is pure, and two ways to send them. An incoming
 * webhook can only post; a bot keeps one message per incident up to date and tells the history in
 * its thread.
 */
package io.stormdrain.notifier.slack;
