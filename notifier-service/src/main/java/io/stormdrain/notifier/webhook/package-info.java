/** Any HTTP endpoint: JSON, signed as Standard Webhooks say. Rendering is pure. */
package io.stormdrain.notifier.webhook;
