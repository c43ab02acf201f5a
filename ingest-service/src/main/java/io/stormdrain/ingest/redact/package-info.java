/**
 * Takes secrets out of log lines before they leave memory. Pure: bytes in, bytes out. A new kind of
 * key is one line in {@link io.stormdrain.ingest.redact.Vendors}.
 */
package io.stormdrain.ingest.redact;
