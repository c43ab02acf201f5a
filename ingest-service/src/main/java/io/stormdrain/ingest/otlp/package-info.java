/**
 * OpenTelemetry's log protocol over HTTP (OTLP), as protobuf and as JSON: bytes in, messages out.
 * Pure: no clock, no I/O, no Kafka.
 */
package io.stormdrain.ingest.otlp;
