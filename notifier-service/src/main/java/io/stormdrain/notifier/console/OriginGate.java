package io.stormdrain.notifier.console;

import io.stormdrain.notifier.api.Problem;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** Before anything else is done with a form: it has to be one of ours. */
@Singleton
public class OriginGate {

  /** Filters are made before settings can be read. */
  private final Provider<Origin> origin;

  OriginGate(Provider<Origin> origin) {
    this.origin = origin;
  }

  /** Answers what other sites made a browser send; null lets the request pass. */
  @ServerRequestFilter(preMatching = true)
  public @Nullable Response check(ContainerRequestContext request) {
    String path = request.getUriInfo().getPath();
    return !SessionGate.isPage(path)
            || isReading(request)
            || origin.get().of(request) == Origin.Verdict.OURS
        ? null
        : forbidden(path);
  }

  /** Whether nothing is to be changed. */
  static boolean isReading(ContainerRequestContext request) {
    return request.getMethod().equals(HttpMethod.GET)
        || request.getMethod().equals(HttpMethod.HEAD);
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
}
