package io.stormdrain.notifier.email;

/**
 * Somebody who gets mail.
 *
 * @param text as it is written: {@code Ann <ann@example.org>}
 */
record Mailbox(String text) {

  /** The address alone, which is what servers know it by. */
  String address() {
    int open = text.lastIndexOf('<');
    int close = text.lastIndexOf('>');
    return open >= 0 && close > open ? text.substring(open + 1, close) : text.strip();
  }
}
