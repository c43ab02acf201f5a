/** Encodings that more than one dialect has on the wire. Pure. */
package io.stormdrain.ingest.wire;
