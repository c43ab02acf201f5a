@NullMarked
package io.stormdrain.engines;

import org.jspecify.annotations.NullMarked;
