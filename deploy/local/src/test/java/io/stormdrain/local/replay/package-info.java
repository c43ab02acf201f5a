@NullMarked
package io.stormdrain.local.replay;

import org.jspecify.annotations.NullMarked;
