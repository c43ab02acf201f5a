@NullMarked
package io.stormdrain.local.fleet;

import org.jspecify.annotations.NullMarked;
