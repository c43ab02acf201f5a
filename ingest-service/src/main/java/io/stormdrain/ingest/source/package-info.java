/**
 * Who may send: sources and their tokens, those of a file that is read again when it changes, and
 * what it takes to keep tokens elsewhere without keeping them.
 */
package io.stormdrain.ingest.source;
