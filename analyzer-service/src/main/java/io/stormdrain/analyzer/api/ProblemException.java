package io.stormdrain.analyzer.api;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import org.jspecify.annotations.Nullable;

/** A request that cannot be answered as asked. */
final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final Status status;
  private final @Nullable String expected;

  private ProblemException(Status status, @Nullable String detail, @Nullable String expected) {
    super(detail);
    this.status = status;
    this.expected = expected;
  }

  static ProblemException badRequest(@Nullable String detail, @Nullable String expected) {
    return new ProblemException(Status.BAD_REQUEST, detail, expected);
  }

  static ProblemException unauthorized() {
    return new ProblemException(
        Status.UNAUTHORIZED, "no valid token was shown", "header Authorization: Bearer <token>");
  }

  static ProblemException forbidden(String detail, String expected) {
    return new ProblemException(Status.FORBIDDEN, detail, expected);
  }

  static ProblemException notFound(String detail, String expected) {
    return new ProblemException(Status.NOT_FOUND, detail, expected);
  }

  Response response(String instance) {
    return Problem.response(status, String.valueOf(getMessage()), expected, instance);
  }
}
