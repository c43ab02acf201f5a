/**
 * The outbox and what empties it: deliveries are written with the transitions they tell of, claimed
 * with a lease, told in order per incident and receiver, and settled with a reason.
 */
package io.stormdrain.notifier.delivery;
