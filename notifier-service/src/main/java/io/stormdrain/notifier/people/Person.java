package io.stormdrain.notifier.people;

import java.util.Set;

/**
 * Somebody who was let in.
 *
 * @param name that others know; of a token, what it is for
 * @param means how they came in
 * @param teams whose apps they see; all when empty
 */
public record Person(String name, Means means, Role role, Set<String> teams) {

  /** Whoever comes, where access is open. */
  public static final Person EVERYBODY = new Person("everybody", Means.OPEN, Role.ADMIN, Set.of());

  /** Who holds the token of the settings. */
  public static final Person SETTINGS = new Person("settings", Means.TOKEN, Role.ADMIN, Set.of());

  public Person {
    teams = Set.copyOf(teams);
  }

  /** How somebody came in. */
  public enum Means {
    /** Nobody was asked. */
    OPEN,
    /** By an account of their own. */
    ACCOUNT,
    /** By a provider of identities, which vouches for the account. */
    PROVIDER,
    /** By a token of the API. */
    TOKEN,
    /** By a button in Slack, for which Slack vouches. */
    SLACK
  }

  /** Somebody who pressed a button in Slack. */
  public static Person inSlack(String name) {
    return new Person(name, Means.SLACK, Role.RESPONDER, Set.of());
  }

  /** Whether it is known which person it is. */
  public boolean hasAccount() {
    return means == Means.ACCOUNT || means == Means.PROVIDER;
  }

  /** Whether they come in by a password of this service. */
  public boolean hasPassword() {
    return means == Means.ACCOUNT;
  }

  /** Whether there are apps that they may not see. */
  public boolean isRestricted() {
    return !teams.isEmpty();
  }
}
