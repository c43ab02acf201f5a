/** What a log file means, offline. */
package io.stormdrain.local.classify;
