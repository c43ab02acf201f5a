/** Who sends logs, and what is to be pasted where so that they arrive. Pure. */
package io.stormdrain.notifier.sender;
