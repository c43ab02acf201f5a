/**
 * The plan of who is told: made of the settings and the routing file, and made again when the file
 * changes. What the file says is checked before any of it is in force.
 */
package io.stormdrain.notifier.routing;
