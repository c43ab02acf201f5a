@NullMarked
package io.stormdrain.local.data;

import org.jspecify.annotations.NullMarked;
