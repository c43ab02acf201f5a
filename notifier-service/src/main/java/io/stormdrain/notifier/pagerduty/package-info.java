/** PagerDuty by its Events API v2. Rendering is pure. */
package io.stormdrain.notifier.pagerduty;
