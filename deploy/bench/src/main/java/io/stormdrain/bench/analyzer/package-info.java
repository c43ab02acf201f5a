/** The analyzer against a bare Kafka consumer. */
@NullMarked
package io.stormdrain.bench.analyzer;

import org.jspecify.annotations.NullMarked;
