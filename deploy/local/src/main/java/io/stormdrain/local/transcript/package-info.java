/** The text that {@code heroku logs} prints, line by line. Pure. */
@NullMarked
package io.stormdrain.local.transcript;

import org.jspecify.annotations.NullMarked;
