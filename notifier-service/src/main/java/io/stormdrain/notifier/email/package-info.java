/**
 * E-mail by SMTP: plain text complete on its own, HTML beside it, and one thread per incident.
 * Rendering is pure.
 */
package io.stormdrain.notifier.email;
