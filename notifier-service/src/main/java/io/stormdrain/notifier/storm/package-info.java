/** One class of trouble in many apps at once: an incident of its own, to which theirs belong. */
package io.stormdrain.notifier.storm;
