/**
 * What a team is told once a day: what went wrong, what was released, and what was looked for and
 * not found. {@link io.stormdrain.notifier.digest.Digest} is pure; the rest keeps and tells it.
 */
package io.stormdrain.notifier.digest;
