/** Who may send: sources and their tokens, from a file that is read again when it changes. */
package io.stormdrain.ingest.source;
