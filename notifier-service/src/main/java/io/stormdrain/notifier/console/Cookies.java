package io.stormdrain.notifier.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.stormdrain.notifier.NotifierConfig;
import io.stormdrain.notifier.message.LogText;
import io.stormdrain.notifier.people.Sessions;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Cookies: never for scripts, never for other sites. */
@Singleton
class Cookies {

  static final String NAME = "stormdrain_name";

  private static final Duration YEAR = Duration.ofDays(365);
  private static final int LONGEST_NAME = 100;

  private final @Nullable URI publicUrl;

  Cookies(NotifierConfig config) {
    this.publicUrl = config.publicUrl().orElse(null);
  }

  NewCookie session(String pass, HttpHeaders headers) {
    return cookie(SessionGate.COOKIE, pass, Sessions.LIFE, headers);
  }

  NewCookie noSession(HttpHeaders headers) {
    return cookie(SessionGate.COOKIE, "", Duration.ZERO, headers);
  }

  NewCookie name(String name, HttpHeaders headers) {
    return cookie(NAME, URLEncoder.encode(name, UTF_8), YEAR, headers);
  }

  /** The name in a cookie or a form; empty when there is none that can be used. */
  static String name(@Nullable String said) {
    String name = said == null ? "" : LogText.line(said);
    return name.length() > LONGEST_NAME ? "" : name;
  }

  static String nameIn(@Nullable String cookie) {
    try {
      return cookie == null ? "" : name(URLDecoder.decode(cookie, UTF_8));
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  private NewCookie cookie(String name, String value, Duration life, HttpHeaders headers) {
    return new NewCookie.Builder(name)
        .value(value)
        .path("/")
        .maxAge((int) life.toSeconds())
        .httpOnly(true)
        .sameSite(NewCookie.SameSite.STRICT)
        .secure(isSecure(headers.getHeaderString(HttpHeaders.HOST)))
        .build();
  }

  /** People come by HTTPS where the public address says so; on the machine itself they may not. */
  private boolean isSecure(@Nullable String host) {
    return publicUrl != null
        && "https".equals(publicUrl.getScheme())
        && publicUrl.getAuthority().equals(host);
  }
}
