@NullMarked
package io.stormdrain.local;

import org.jspecify.annotations.NullMarked;
