/**
 * Requests that leave: to addresses that may be reached and to no others, without redirects, with
 * one time limit for all of it and no more of the answer than is needed.
 */
package io.stormdrain.notifier.outgoing;
