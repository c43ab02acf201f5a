/**
 * Syslog over a stream of bytes, RFC 5424 and 3164, framed by counts or line feeds (RFC 6587):
 * bytes in, messages out. Pure: no clock, no I/O, no Kafka.
 */
package io.stormdrain.ingest.syslog;
