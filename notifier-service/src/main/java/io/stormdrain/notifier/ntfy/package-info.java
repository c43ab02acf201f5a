/** ntfy, hosted or one's own. Rendering is pure. */
package io.stormdrain.notifier.ntfy;
