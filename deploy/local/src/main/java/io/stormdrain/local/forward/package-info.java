/** Running a command, and bringing what it printed to the door for CI jobs. */
@NullMarked
package io.stormdrain.local.forward;

import org.jspecify.annotations.NullMarked;
