/** Prometheus Alertmanager by its API v2. Rendering is pure. */
package io.stormdrain.notifier.alertmanager;
