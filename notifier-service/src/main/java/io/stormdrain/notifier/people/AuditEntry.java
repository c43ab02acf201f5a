package io.stormdrain.notifier.people;

import java.time.Instant;

/**
 * What somebody did.
 *
 * @param id ascending
 * @param who their name
 * @param means how they had come in
 * @param about to what: an incident, an account, a silence
 * @param detail in which way; may be empty
 */
public record AuditEntry(
    long id, Instant at, String who, Person.Means means, Deed what, String about, String detail) {}
