/** Sending as Logplex does: frames, batches, retries, and what it tells about loss. */
@NullMarked
package io.stormdrain.local.logplex;

import org.jspecify.annotations.NullMarked;
