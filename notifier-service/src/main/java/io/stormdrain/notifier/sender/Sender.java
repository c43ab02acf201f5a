package io.stormdrain.notifier.sender;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who sends, and how a source of it is configured. */
public enum Sender {
  HEROKU("heroku", true),
  RAILWAY("railway", false),
  RENDER("render", false),
  GITHUB("github", true),
  VERCEL("vercel", false),
  SENTRY("other", false),
  SCALINGO("other", false),
  OTLP("other", false),
  JSON("other", false),
  LOKI("other", false),
  ELASTICSEARCH("other", false),
  SPLUNK("other", false),
  SYSLOG("other", false);

  private final String platform;
  private final boolean takesSecret;

  Sender(String platform, boolean takesSecret) {
    this.platform = platform;
    this.takesSecret = takesSecret;
  }

  /** The sender of this word; null when there is none. */
  public static @Nullable Sender named(String word) {
    return Arrays.stream(values())
        .filter(sender -> sender.word().equals(word))
        .findFirst()
        .orElse(null);
  }

  /** All words, with commas between them. */
  public static String words() {
    return Arrays.stream(values()).map(Sender::word).collect(Collectors.joining(", "));
  }

  /** As users write it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** As the file of sources has it. */
  public String platform() {
    return platform;
  }

  /** Signs its webhooks with a secret that it is told; others make one themselves. */
  public boolean takesSecret() {
    return takesSecret;
  }
}
