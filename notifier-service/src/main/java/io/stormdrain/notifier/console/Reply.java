package io.stormdrain.notifier.console;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What became of what somebody did to an incident. */
public enum Reply {
  ACKNOWLEDGED(true, "Everybody who was told of it can see that you look after it."),
  /** Somebody else was faster. */
  TAKEN(true, "Somebody looks after it already."),
  RESOLVED(true, "It is resolved. If it comes back, it opens again."),
  FIXED(true, "It is marked as fixed. If it comes back, it is a regression."),
  NOTED(true, "Your note is kept with it."),
  NO_NAME(false, "Say who you are, in 1 to 100 characters; nothing was changed."),
  NO_TEXT(false, "A note needs 1 to 1,000 characters; nothing was changed.");

  private final boolean done;
  private final String words;

  Reply(boolean done, String words) {
    this.done = done;
    this.words = words;
  }

  /** Whether it was done. */
  public boolean done() {
    return done;
  }

  /** In words. */
  public String words() {
    return words;
  }

  /** In an address. */
  String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static @Nullable Reply of(@Nullable String key) {
    return Arrays.stream(values())
        .filter(reply -> reply.key().equals(key))
        .findFirst()
        .orElse(null);
  }
}
