/**
 * Tells of releases those receivers that want to know of them, so that what went wrong can be seen
 * beside what was changed.
 */
package io.stormdrain.notifier.announcement;
