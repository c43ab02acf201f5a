/** The alert rules in force: the shipped ones, and those of the user's folder as it is now. */
package io.stormdrain.notifier.own;
