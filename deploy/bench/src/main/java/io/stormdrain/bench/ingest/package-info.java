/** The drain's door against a bare Kafka producer. */
@NullMarked
package io.stormdrain.bench.ingest;

import org.jspecify.annotations.NullMarked;
