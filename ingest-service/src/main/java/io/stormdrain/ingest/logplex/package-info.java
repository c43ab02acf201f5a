/**
 * Logplex's wire format: bytes of a drain body in, log lines out. Pure: no clock, no I/O, no Kafka.
 */
package io.stormdrain.ingest.logplex;
