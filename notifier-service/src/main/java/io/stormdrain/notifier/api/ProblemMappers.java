package io.stormdrain.notifier.api;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Every failure as a problem document; what is ours to know stays in our log. */
final class ProblemMappers {

  private static final Logger LOG = LoggerFactory.getLogger(ProblemMappers.class);
  private static final int UNEXPECTED = 500;

  @ServerExceptionMapper
  Response problem(ProblemException fault, UriInfo uri) {
    return response(fault.problem(uri.getPath()));
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
    return response(
        Problem.of(status.getStatusCode(), status.getReasonPhrase(), detail, null, uri.getPath()));
  }

  /** JSON of another form than is read; the framework's own answer would be empty. */
  @ServerExceptionMapper
  Response misshapen(MismatchedInputException fault, UriInfo uri) {
    return refused(new BadRequestException(), uri);
  }

  @ServerExceptionMapper
  Response unexpected(RuntimeException fault, UriInfo uri) {
    LOG.error("a request failed: path={}", uri.getPath(), fault);
    return response(
        Problem.of(
            UNEXPECTED,
            "Internal Server Error",
            "it is our fault; the log says more",
            null,
            uri.getPath()));
  }

  private static Response response(Problem problem) {
    return Response.status(problem.status()).entity(problem).type(Problem.MEDIA_TYPE).build();
  }
}
