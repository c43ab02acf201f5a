/** What was measured, as a table. */
@NullMarked
package io.stormdrain.bench.report;

import org.jspecify.annotations.NullMarked;
