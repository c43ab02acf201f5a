/** Processes that are measured, and what they cost. */
@NullMarked
package io.stormdrain.bench.process;

import org.jspecify.annotations.NullMarked;
