/** Alert rules, shipped and of users, read together and held to the tests beside them. Pure. */
package io.stormdrain.notifier.rulebook;
