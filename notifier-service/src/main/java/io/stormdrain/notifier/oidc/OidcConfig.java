package io.stormdrain.notifier.oidc;

import io.smallrye.config.WithDefault;
import io.stormdrain.notifier.Secret;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** A provider of OpenID Connect by which people may come in beside names and passwords. */
public interface OidcConfig {

  /** Its issuer, below which it is described; without it there is no such login. */
  Optional<URI> url();

  /** By which name it knows us. */
  @WithDefault("stormdrain")
  String clientId();

  /** What we show it. */
  Optional<Secret> clientSecret();

  /** What the login page calls it. */
  @WithDefault("single sign-on")
  String name();

  /** What we ask it for beside {@code openid}; some tell groups only when asked. */
  @WithDefault("profile,email")
  List<String> scopes();

  /** Where its ID token has the groups of somebody. */
  @WithDefault("groups")
  String groupsClaim();

  /** Groups whose people are admins; {@code *} is everybody. */
  Optional<List<String>> admins();

  /** Groups whose people are responders. */
  Optional<List<String>> responders();

  /** Groups whose people are viewers. */
  Optional<List<String>> viewers();

  /**
   * Groups that begin so are teams, by the rest of their name; without it everybody sees all apps.
   */
  Optional<String> teamPrefix();
}
