/** Kept log lines read once more, to see what other rules or signatures would make of them. */
@NullMarked
package io.stormdrain.local.backtest;

import org.jspecify.annotations.NullMarked;
