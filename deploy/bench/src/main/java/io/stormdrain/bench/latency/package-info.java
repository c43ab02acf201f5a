/** From a drain's last byte to the receiver's first. */
@NullMarked
package io.stormdrain.bench.latency;

import org.jspecify.annotations.NullMarked;
