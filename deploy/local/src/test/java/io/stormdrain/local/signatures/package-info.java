@NullMarked
package io.stormdrain.local.signatures;

import org.jspecify.annotations.NullMarked;
