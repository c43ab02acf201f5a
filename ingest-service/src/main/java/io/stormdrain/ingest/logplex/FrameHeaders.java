package io.stormdrain.ingest.logplex;

import org.jspecify.annotations.Nullable;

/**
 * What a request's headers say about the frames in its body.
 *
 * @param drainToken {@code Logplex-Drain-Token}, {@code d.<uuid>}: which drain, not a secret
 * @param messages {@code Logplex-Msg-Count}
 * @param lost {@code Logplex-Lost-Count} of log-shuttle
 * @param dropped {@code Logplex-Drop-Count} of log-shuttle
 */
public record FrameHeaders(
    Sender sender, @Nullable String drainToken, long messages, long lost, long dropped) {
  /** The header is not there. */
  public static final long ABSENT = -1;

  /** The header is there, and is not a whole number. */
  public static final long UNREADABLE = -2;

  /** From the headers as they came; null where one did not. */
  public static FrameHeaders of(
      @Nullable String userAgent,
      @Nullable String drainToken,
      @Nullable String messages,
      @Nullable String lost,
      @Nullable String dropped) {
    return new FrameHeaders(
        Sender.of(userAgent, drainToken),
        drainToken,
        number(messages),
        number(lost),
        number(dropped));
  }

  private static long number(@Nullable String text) {
    if (text == null) {
      return ABSENT;
    }
    boolean digits = !text.isEmpty() && text.length() <= 12;
    for (int i = 0; i < text.length(); i++) {
      digits &= text.charAt(i) >= '0' && text.charAt(i) <= '9';
    }
    return digits ? Long.parseLong(text) : UNREADABLE;
  }
}
