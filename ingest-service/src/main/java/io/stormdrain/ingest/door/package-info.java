/**
 * Where requests arrive: who is it, what did it bring, when is it answered and how. Here the rooms
 * are put together and everything is counted.
 */
package io.stormdrain.ingest.door;
