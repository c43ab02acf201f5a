/** Faults that are brought about on purpose, and what must hold all the same. */
@NullMarked
package io.stormdrain.acceptance.fault;

import org.jspecify.annotations.NullMarked;
