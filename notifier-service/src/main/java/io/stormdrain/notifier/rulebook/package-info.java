/** The alert rules in force: the shipped ones and those of users, each held to its own tests. */
package io.stormdrain.notifier.rulebook;
