/**
 * What receivers are made of: how the routing file writes one, and what it is given to work with.
 */
package io.stormdrain.notifier.receiver;
