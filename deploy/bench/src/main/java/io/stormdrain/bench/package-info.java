/** {@code ./stormdrain bench}: how fast Stormdrain is, always held against something else. */
@NullMarked
package io.stormdrain.bench;

import org.jspecify.annotations.NullMarked;
