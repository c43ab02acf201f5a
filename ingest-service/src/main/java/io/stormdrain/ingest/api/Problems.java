package io.stormdrain.ingest.api;

import io.stormdrain.ingest.registry.RegistryException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Every failure as a problem document; what is ours to know stays in our log. */
final class Problems {
  private static final Logger LOG = Logger.getLogger(Problems.class);

  @ServerExceptionMapper
  Response registry(RegistryException fault, UriInfo uri) {
    Status status =
        switch (fault.reason()) {
          case OFF, TAKEN -> Status.CONFLICT;
          case AWAY -> Status.SERVICE_UNAVAILABLE;
          case UNKNOWN -> Status.NOT_FOUND;
        };
    return Problem.response(status, String.valueOf(fault.getMessage()), uri.getPath());
  }

  @ServerExceptionMapper
  Response bad(BadRequestException fault, UriInfo uri) {
    return Problem.response(Status.BAD_REQUEST, String.valueOf(fault.getMessage()), uri.getPath());
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
          case 415 -> "the body has to be application/json";
          default -> status.getReasonPhrase();
        };
    return Problem.response(status, detail, uri.getPath());
  }

  @ServerExceptionMapper
  Response unexpected(RuntimeException fault, UriInfo uri) {
    LOG.errorf(fault, "a request failed path=%s", uri.getPath());
    return Problem.response(
        Status.INTERNAL_SERVER_ERROR, "it is our fault; the log says more", uri.getPath());
  }
}
