/** The REST API: incidents, what became of them, and who was told. */
package io.stormdrain.notifier.api;
