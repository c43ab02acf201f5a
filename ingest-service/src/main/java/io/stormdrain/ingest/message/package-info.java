/**
 * One message as its sender described it, whatever the dialect. Pure: no clock, no I/O, no Kafka.
 */
package io.stormdrain.ingest.message;
