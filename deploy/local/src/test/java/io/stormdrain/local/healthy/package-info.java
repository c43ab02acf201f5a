/** Days on which nothing is wrong. */
@NullMarked
package io.stormdrain.local.healthy;

import org.jspecify.annotations.NullMarked;
