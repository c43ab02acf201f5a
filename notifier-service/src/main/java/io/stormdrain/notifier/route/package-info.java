/**
 * Who is told of what: a tree of routes with matchers. Pure: incidents and time in, decisions with
 * their reason out.
 */
package io.stormdrain.notifier.route;
