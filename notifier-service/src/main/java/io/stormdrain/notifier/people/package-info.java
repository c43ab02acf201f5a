/**
 * Who may come in and what they may do: accounts, one-time links, sessions, tokens, and the audit
 * log of what they did. Passwords are hashed by the library of Quarkus; keys are 256 random bits,
 * of which only a hash is kept.
 */
package io.stormdrain.notifier.people;
