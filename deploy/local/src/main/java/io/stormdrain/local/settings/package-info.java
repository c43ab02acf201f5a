/** Settings of the user: the environment and {@code stormdrain.env}. */
@NullMarked
package io.stormdrain.local.settings;

import org.jspecify.annotations.NullMarked;
