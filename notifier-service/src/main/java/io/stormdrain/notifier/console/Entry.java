package io.stormdrain.notifier.console;

import org.jspecify.annotations.Nullable;

/**
 * The page on which people log in.
 *
 * @param to where they wanted to go
 * @param name which they have said; empty when they have not
 * @param provider by whose login one can come in too; null when there is none
 * @param fault why they were not let in; null when they have not tried
 */
public record Entry(String to, String name, @Nullable String provider, @Nullable String fault) {

  /** Where the provider's login begins. */
  public String providerHref() {
    return ProviderConsole.PATH + "?to=" + Href.encoded(to);
  }
}
