/** A sign of life to a service that raises the alarm when it does not come. */
package io.stormdrain.notifier.heartbeat;
