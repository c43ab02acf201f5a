package io.stormdrain.notifier.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.stormdrain.notifier.api.TokenGate;
import io.stormdrain.notifier.people.Gate;
import io.stormdrain.notifier.people.Rights;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URLEncoder;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** Before every page: only those who have logged in see it, and only what their role is for. */
@Singleton
public class SessionGate {

  static final String COOKIE = "stormdrain_session";
  static final String LOGIN = "/login";

  /** Filters are made before settings can be read. */
  private final Provider<Gate> gate;

  SessionGate(Provider<Gate> gate) {
    this.gate = gate;
  }

  /**
   * Whether a path is one of the console's; the API, Slack's and the framework look after theirs.
   */
  static boolean isPage(String path) {
    return !isUnder(path, "/api") && !isUnder(path, "/slack") && !isUnder(path, "/q");
  }

  /** Answers who may not pass; null lets the request pass. */
  @ServerRequestFilter
  public @Nullable Response check(ContainerRequestContext request, ResourceInfo wanted) {
    String path = request.getUriInfo().getPath();
    if (!isPage(path)) {
      return null;
    }
    Cookie pass = request.getCookies().get(COOKIE);
    return switch (gate.get()
        .session(pass == null ? null : pass.getValue(), wanted.getResourceMethod())) {
      case PASSES -> null;
      case UNKNOWN ->
          Way.to(LOGIN + "?to=" + (OriginGate.isReading(request) ? wanted(request) : "/")).build();
      case FORBIDDEN -> TokenGate.forbidden(Rights.needed(wanted.getResourceMethod()), path);
    };
  }

  private static String wanted(ContainerRequestContext request) {
    UriInfo uri = request.getUriInfo();
    String query = uri.getRequestUri().getRawQuery();
    return URLEncoder.encode(
        uri.getRequestUri().getRawPath() + (query == null ? "" : "?" + query), UTF_8);
  }

  private static boolean isUnder(String path, String root) {
    return path.equals(root) || path.startsWith(root + "/");
  }
}
