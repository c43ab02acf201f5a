@NullMarked
package io.stormdrain.local.transcript;

import org.jspecify.annotations.NullMarked;
