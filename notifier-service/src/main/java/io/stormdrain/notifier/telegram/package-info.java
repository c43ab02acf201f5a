/** Telegram by a bot. Rendering is pure. */
package io.stormdrain.notifier.telegram;
