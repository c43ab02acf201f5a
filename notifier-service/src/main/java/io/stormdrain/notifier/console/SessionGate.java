package io.stormdrain.notifier.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.stormdrain.notifier.api.Problem;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URLEncoder;
import java.time.InstantSource;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** Before every page: only those with a pass see it, and only our own forms are taken. */
@Singleton
public class SessionGate {

  static final String COOKIE = "stormdrain_session";
  static final String LOGIN = "/login";

  /** Filters are made before settings can be read. */
  private final Provider<Sessions> sessions;

  private final Provider<Origin> origin;
  private final InstantSource clock;

  SessionGate(Provider<Sessions> sessions, Provider<Origin> origin, InstantSource clock) {
    this.sessions = sessions;
    this.origin = origin;
    this.clock = clock;
  }

  /**
   * Whether a path is one of the console's; the API, Slack's and the framework look after theirs.
   */
  static boolean isPage(String path) {
    return !isUnder(path, "/api") && !isUnder(path, "/slack") && !isUnder(path, "/q");
  }

  /** Answers who may not pass; null lets the request pass. */
  @ServerRequestFilter(preMatching = true)
  public @Nullable Response check(ContainerRequestContext request) {
    String path = request.getUriInfo().getPath();
    if (!isPage(path)) {
      return null;
    }
    boolean reads =
        request.getMethod().equals(HttpMethod.GET) || request.getMethod().equals(HttpMethod.HEAD);
    if (!reads && origin.get().of(request) != Origin.Verdict.OURS) {
      return forbidden(path);
    }
    Cookie pass = request.getCookies().get(COOKIE);
    if (path.equals(LOGIN)
        || sessions.get().admits(pass == null ? null : pass.getValue(), clock.instant())) {
      return null;
    }
    return Way.to(LOGIN + "?to=" + (reads ? wanted(request) : "/")).build();
  }

  private static String wanted(ContainerRequestContext request) {
    UriInfo uri = request.getUriInfo();
    String query = uri.getRequestUri().getRawQuery();
    return URLEncoder.encode(
        uri.getRequestUri().getRawPath() + (query == null ? "" : "?" + query), UTF_8);
  }

  private static Response forbidden(String path) {
    return Response.status(Response.Status.FORBIDDEN)
        .entity(
            new Problem(
                "about:blank",
                "Forbidden",
                Response.Status.FORBIDDEN.getStatusCode(),
                "this form was not sent from a page of this service; nothing was changed",
                "go back to the page, load it again and try once more",
                path))
        .build();
  }

  private static boolean isUnder(String path, String root) {
    return path.equals(root) || path.startsWith(root + "/");
  }
}
