/**
 * Who is told of what. Pure. Today every configured receiver is told from one severity on; a
 * routing tree with matchers, schedules and silences has its place here.
 */
package io.stormdrain.notifier.route;
