/** A release that is waited for: what the notifier says of it, until it is judged. */
@NullMarked
package io.stormdrain.local.release;

import org.jspecify.annotations.NullMarked;
