/** Microsoft Teams by a Workflow that takes adaptive cards. Rendering is pure. */
package io.stormdrain.notifier.teams;
