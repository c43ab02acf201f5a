package io.stormdrain.ingest.redact;

import java.util.Locale;

/** What was taken out of a line. */
public enum SecretKind {
  /** User and password in the address of a database, a broker, a site. */
  URL_PASSWORD,
  /** The value of something named password, secret, token, key. */
  NAMED,
  /** What follows Bearer, Basic, or the name of the header that carries them. */
  AUTHORIZATION,
  /** Keys of AWS, Google Cloud, Azure. */
  CLOUD_KEY,
  /** Keys of platforms that run apps: Heroku, Render, Fly and others. */
  PLATFORM_KEY,
  /** Tokens of GitHub, GitLab and package registries. */
  CODE_HOST_TOKEN,
  /** Tokens and addresses with which one may write to Slack, Discord, Telegram. */
  CHAT_TOKEN,
  PAYMENT_KEY,
  /** Keys of other services. */
  SERVICE_KEY,
  JWT,
  PRIVATE_KEY,
  PASSWORD_HASH,
  /** Tokens that this service accepts. */
  OWN_TOKEN,
  EMAIL,
  IP_ADDRESS;

  /** As metrics write it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
