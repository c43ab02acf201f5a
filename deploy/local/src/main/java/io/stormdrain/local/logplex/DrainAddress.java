package io.stormdrain.local.logplex;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where to send, and what to show at the door. The credentials do not show themselves. */
public final class DrainAddress {

  private static final String PATH = "/logplex";

  private final URI uri;
  private final @Nullable String userInfo;

  private DrainAddress(URI uri, @Nullable String userInfo) {
    this.uri = uri;
    this.userInfo = userInfo;
  }

  /**
   * Reads an address as {@code heroku drains:add} takes it; the path of the door is added to an
   * address without one.
   *
   * @throws IllegalArgumentException when it is not an http or https address
   */
  public static DrainAddress parse(String text) {
    URI given;
    try {
      given = new URI(text);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("not an address: " + e.getReason(), e);
    }
    String scheme = given.getScheme();
    if (given.getHost() == null || !("http".equals(scheme) || "https".equals(scheme))) {
      throw new IllegalArgumentException("not an http or https address");
    }
    String path = given.getRawPath();
    String door = path.isEmpty() || path.equals("/") ? PATH : path;
    String query = given.getRawQuery() == null ? "" : "?" + given.getRawQuery();
    String port = given.getPort() < 0 ? "" : ":" + given.getPort();
    URI uri = URI.create(scheme + "://" + given.getHost() + port + door + query);
    return new DrainAddress(uri, given.getUserInfo());
  }

  /** The same door with a token to show. */
  public DrainAddress with(String token) {
    return new DrainAddress(uri, "drain:" + token);
  }

  /** Whether there is something to show at the door. */
  public boolean hasCredentials() {
    return userInfo != null;
  }

  URI uri() {
    return uri;
  }

  /** Another door of the same host. */
  public URI at(String pathAndQuery) {
    return URI.create(uri.getScheme() + "://" + uri.getRawAuthority() + pathAndQuery);
  }

  /** What is shown at the door; null when there is nothing to show. */
  public @Nullable String authorization() {
    return userInfo == null
        ? null
        : "Basic " + Base64.getEncoder().encodeToString(userInfo.getBytes(StandardCharsets.UTF_8));
  }

  /** What Heroku calls the drain: always the same for the same address and credentials. */
  String drainToken() {
    byte[] name = (uri + " " + userInfo).getBytes(StandardCharsets.UTF_8);
    return "d." + UUID.nameUUIDFromBytes(name);
  }

  @Override
  public String toString() {
    return uri.getScheme() + "://" + uri.getRawAuthority() + uri.getRawPath();
  }
}
