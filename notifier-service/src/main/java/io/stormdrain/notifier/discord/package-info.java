/** Discord by webhook, whose messages can be changed. Rendering is pure. */
package io.stormdrain.notifier.discord;
