package io.stormdrain.notifier.api;

import io.stormdrain.notifier.people.Gate;
import io.stormdrain.notifier.people.Rights;
import io.stormdrain.notifier.people.Role;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** Lets those into the API who show a token that is good for what they ask for. */
@Singleton
public class TokenGate {

  private static final String SCHEME = "Bearer ";
  private static final String GUARDED = "/api/";

  /** Filters are made before settings can be read. */
  private final Provider<Gate> gate;

  TokenGate(Provider<Gate> gate) {
    this.gate = gate;
  }

  /** Answers who may not pass; null lets the request pass. */
  @ServerRequestFilter
  public @Nullable Response check(ContainerRequestContext request, ResourceInfo wanted) {
    String path = request.getUriInfo().getPath();
    if (!path.startsWith(GUARDED)) {
      return null;
    }
    return switch (gate.get().token(shown(request), wanted.getResourceMethod())) {
      case PASSES -> null;
      case UNKNOWN ->
          answer(
              Response.Status.UNAUTHORIZED,
              "no valid token was shown",
              "header Authorization: Bearer <token>",
              path);
      case FORBIDDEN -> forbidden(Rights.needed(wanted.getResourceMethod()), path);
    };
  }

  /** What somebody reads who is known and may not. */
  public static Response forbidden(@Nullable Role needed, String path) {
    return answer(
        Response.Status.FORBIDDEN,
        needed == null
            ? "nobody may do that"
            : "that is for those whose role is at least " + needed.word(),
        "ask an admin for another role",
        path);
  }

  private static Response answer(
      Response.Status status, String detail, String expected, String path) {
    Response.ResponseBuilder answer =
        Response.status(status)
            .entity(
                Problem.of(
                    status.getStatusCode(), status.getReasonPhrase(), detail, expected, path))
            .type(Problem.MEDIA_TYPE);
    return status == Response.Status.UNAUTHORIZED
        ? answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer").build()
        : answer.build();
  }

  private static @Nullable String shown(ContainerRequestContext request) {
    String shown = request.getHeaderString(HttpHeaders.AUTHORIZATION);
    return shown != null && shown.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
        ? shown.substring(SCHEME.length()).strip()
        : null;
  }
}
