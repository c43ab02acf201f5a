/**
 * The record that leaves for {@code log-lines}: what it says, how it gets to Kafka, and when a
 * request's lines count as published.
 */
package io.stormdrain.ingest.line;
