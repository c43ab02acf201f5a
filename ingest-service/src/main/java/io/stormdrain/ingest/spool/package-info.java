/**
 * Keeps lines on disk while Kafka does not take them: written and made durable in groups, sent to
 * Kafka in their order, whatever ends the process meanwhile.
 *
 * <pre>
 *   FOLDER/lock                     held by the one process that uses it
 *   FOLDER/0000000000000001.lines   a segment: a heading, then entries, one a line
 *   FOLDER/position                 up to where Kafka has them
 *   FOLDER/parked                   entries that Kafka will never take
 * </pre>
 */
package io.stormdrain.ingest.spool;
