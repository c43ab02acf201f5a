/** The command line: one class per command, and what they say. */
@NullMarked
package io.stormdrain.local;

import org.jspecify.annotations.NullMarked;
