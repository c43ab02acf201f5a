/** Lines of apps that are well, as their platform sends them; the same at each run. */
@NullMarked
package io.stormdrain.bench.traffic;

import org.jspecify.annotations.NullMarked;
