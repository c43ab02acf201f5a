/** What it costs to take secrets out of lines that have none. */
@NullMarked
package io.stormdrain.bench.redact;

import org.jspecify.annotations.NullMarked;
