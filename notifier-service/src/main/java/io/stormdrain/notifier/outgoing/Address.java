package io.stormdrain.notifier.outgoing;

import java.net.URI;
import java.net.URISyntaxException;

/** Addresses as people write them into settings. */
public final class Address {

  private Address() {}

  /** Whether it can be asked over HTTP. Says nothing about whether it may. */
  public static boolean isHttp(String text) {
    try {
      URI address = new URI(text);
      return address.getHost() != null
          && address.getUserInfo() == null
          && ("https".equals(address.getScheme()) || "http".equals(address.getScheme()));
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
