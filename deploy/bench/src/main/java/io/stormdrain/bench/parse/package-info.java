/** Reading Logplex frames against splitting strings. */
@NullMarked
package io.stormdrain.bench.parse;

import org.jspecify.annotations.NullMarked;
