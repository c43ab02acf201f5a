package io.stormdrain.ingest.api;

import io.stormdrain.ingest.IngestConfig;
import io.stormdrain.ingest.source.AdminToken;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Lets those in who show the admin token. The door stands open to the world: where no token is set
 * nobody is let in.
 */
@Singleton
public class AdminGate {
  private static final String SCHEME = "Bearer ";
  private static final String GUARDED = "/api";

  /** Filters are made before settings can be read. */
  private final Provider<IngestConfig> config;

  AdminGate(Provider<IngestConfig> config) {
    this.config = config;
  }

  /** Answers who may not pass; null lets the request pass. */
  @ServerRequestFilter(preMatching = true)
  public @Nullable Response check(ContainerRequestContext request) {
    String path = request.getUriInfo().getPath();
    if (!path.startsWith(GUARDED)) {
      return null;
    }
    AdminToken token =
        config.get().adminToken().map(secret -> AdminToken.of(secret.reveal())).orElse(null);
    if (token == null) {
      return Problem.response(
          Status.FORBIDDEN, "nobody is let in: STORMDRAIN_ADMIN_TOKEN is not set", path);
    }
    String shown = request.getHeaderString(HttpHeaders.AUTHORIZATION);
    boolean let =
        shown != null
            && shown.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
            && token.isShownBy(shown.substring(SCHEME.length()).strip());
    return let
        ? null
        : Problem.response(
            Status.UNAUTHORIZED,
            "no valid token was shown; expected is Authorization: Bearer with the admin token",
            path);
  }
}
