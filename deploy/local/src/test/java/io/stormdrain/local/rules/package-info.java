@NullMarked
package io.stormdrain.local.rules;

import org.jspecify.annotations.NullMarked;
