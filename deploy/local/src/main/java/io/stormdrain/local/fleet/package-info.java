/** Processes of one machine: started, watched, restarted, stopped in order. */
@NullMarked
package io.stormdrain.local.fleet;

import org.jspecify.annotations.NullMarked;
