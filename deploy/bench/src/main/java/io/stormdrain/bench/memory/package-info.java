/** What everything takes while nothing happens. */
@NullMarked
package io.stormdrain.bench.memory;

import org.jspecify.annotations.NullMarked;
