package io.stormdrain.analyzer.api;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Every failure as a problem document; what is ours to know stays in our log. */
final class ProblemMappers {

  private static final Logger LOG = LoggerFactory.getLogger(ProblemMappers.class);

  @ServerExceptionMapper
  Response problem(ProblemException fault, UriInfo uri) {
    return fault.response(uri.getPath());
  }

  /** What the framework refuses: an unknown path or method, a body that is not JSON. */
  @ServerExceptionMapper
  Response refused(WebApplicationException fault, UriInfo uri) {
    Response.StatusType status = fault.getResponse().getStatusInfo();
    String detail =
        switch (status.getStatusCode()) {
          case 400 -> "the request cannot be read";
          case 404 -> "there is nothing at this address";
          case 405 -> "this address does not take this method";
          case 415 -> "the body is of a type that this address does not take";
          default -> status.getReasonPhrase();
        };
    return Problem.response(status, detail, null, uri.getPath());
  }

  @ServerExceptionMapper
  Response unexpected(Exception fault, UriInfo uri) {
    LOG.error("a request failed: path={}", uri.getPath(), fault);
    return Problem.response(
        Response.Status.INTERNAL_SERVER_ERROR,
        "it is our fault; the log says more",
        null,
        uri.getPath());
  }
}
