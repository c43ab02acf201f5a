/** What alert rules would have made of a story that has been told already. Pure. */
package io.stormdrain.notifier.backtest;
