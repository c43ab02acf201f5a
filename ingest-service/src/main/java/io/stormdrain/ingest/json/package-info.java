/**
 * Logs as JSON, as dozens of senders write them, and lines of text where they do not: bytes in,
 * messages out. Pure: no clock, no I/O, no Kafka.
 */
package io.stormdrain.ingest.json;
