package io.stormdrain.notifier.api;

import io.quarkus.runtime.StartupEvent;
import io.stormdrain.notifier.NotifierConfig;
import io.stormdrain.notifier.Secret;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets those into the API who show the token; everybody where there is none. */
@Singleton
public class TokenGate {

  private static final Logger LOG = LoggerFactory.getLogger(TokenGate.class);
  private static final String SCHEME = "Bearer ";
  private static final String GUARDED = "/api";

  /** Filters are made before settings can be read. */
  private final Provider<NotifierConfig> config;

  TokenGate(Provider<NotifierConfig> config) {
    this.config = config;
  }

  void start(@Observes StartupEvent event) {
    if (config.get().apiToken().isEmpty()) {
      LOG.warn("the API is open to everybody who can reach it: STORMDRAIN_API_TOKEN is not set");
    }
  }

  /** Answers who may not pass; null lets the request pass. */
  @ServerRequestFilter(preMatching = true)
  public @Nullable Response check(ContainerRequestContext request) {
    String path = request.getUriInfo().getPath();
    Secret token = config.get().apiToken().orElse(null);
    if (token == null || !path.startsWith(GUARDED) || isShown(token, request)) {
      return null;
    }
    Problem problem =
        Problem.of(
            Response.Status.UNAUTHORIZED.getStatusCode(),
            Response.Status.UNAUTHORIZED.getReasonPhrase(),
            "no valid token was shown",
            "header Authorization: Bearer <token>",
            path);
    return Response.status(Response.Status.UNAUTHORIZED)
        .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
        .entity(problem)
        .type(Problem.MEDIA_TYPE)
        .build();
  }

  private static boolean isShown(Secret token, ContainerRequestContext request) {
    String shown = request.getHeaderString(HttpHeaders.AUTHORIZATION);
    return shown != null
        && shown.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        && token.isShownBy(shown.substring(SCHEME.length()).strip());
  }
}
