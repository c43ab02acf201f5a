/** Asks apps whether they are well, where somebody wants that. */
package io.stormdrain.notifier.probe;
