@NullMarked
package io.stormdrain.local.settings;

import org.jspecify.annotations.NullMarked;
