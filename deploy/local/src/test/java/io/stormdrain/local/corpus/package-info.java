/** Logs of known meaning, held against what is said about them. */
@NullMarked
package io.stormdrain.local.corpus;

import org.jspecify.annotations.NullMarked;
