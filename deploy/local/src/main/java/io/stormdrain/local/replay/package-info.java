/** A recorded transcript, sent again: when each line is due, and what time it shall carry. */
@NullMarked
package io.stormdrain.local.replay;

import org.jspecify.annotations.NullMarked;
