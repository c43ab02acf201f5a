/** The scanner against a search for each literal. */
@NullMarked
package io.stormdrain.bench.scanner;

import org.jspecify.annotations.NullMarked;
