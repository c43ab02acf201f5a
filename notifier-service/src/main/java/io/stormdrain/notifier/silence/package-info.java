/**
 * Silence that people ask for: about what, until when, why; kept, with who asked and who ended it.
 */
package io.stormdrain.notifier.silence;
