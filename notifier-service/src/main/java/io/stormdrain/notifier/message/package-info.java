/**
 * What a receiver is told of an incident, before any channel gives it a form. Pure: no clock, no
 * I/O; all text in it is fit to be shown, and still has to be escaped for its channel.
 */
package io.stormdrain.notifier.message;
