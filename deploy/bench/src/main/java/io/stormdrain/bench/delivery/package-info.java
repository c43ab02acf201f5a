/** How fast what is to be told is told, and what one dead receiver costs the others. */
@NullMarked
package io.stormdrain.bench.delivery;

import org.jspecify.annotations.NullMarked;
