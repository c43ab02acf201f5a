/** The data folder: its lock, what runs on it, and the sources that may send. */
@NullMarked
package io.stormdrain.local.data;

import org.jspecify.annotations.NullMarked;
