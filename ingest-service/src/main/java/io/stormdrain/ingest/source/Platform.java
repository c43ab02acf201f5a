package io.stormdrain.ingest.source;

import java.util.Locale;

/** Where an app runs, as {@code paas.platform} of {@code log-lines} names it. */
public enum Platform {
  HEROKU,
  RAILWAY,
  RENDER,
  GITHUB,
  VERCEL,
  OTHER;

  /** The platform of this name, which files write as {@link #word} does. */
  public static Platform named(String word) {
    for (Platform platform : values()) {
      if (platform.word().equals(word)) {
        return platform;
      }
    }
    throw new IllegalArgumentException(
        "platform '%s', known are heroku, railway, render, github, vercel, other".formatted(word));
  }

  /** As files, headers and metrics write it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
