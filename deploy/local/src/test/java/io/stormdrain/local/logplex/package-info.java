@NullMarked
package io.stormdrain.local.logplex;

import org.jspecify.annotations.NullMarked;
