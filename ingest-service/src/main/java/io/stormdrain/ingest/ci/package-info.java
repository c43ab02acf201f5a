/**
 * The output of builds, of CI jobs and of commands, as {@code curl} brings it. Pure: no clock, no
 * I/O, no Kafka.
 */
@NullMarked
package io.stormdrain.ingest.ci;

import org.jspecify.annotations.NullMarked;
