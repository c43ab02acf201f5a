package io.stormdrain.notifier.console;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/**
 * Leads a browser to another page. By its path alone: behind a proxy we do not know by which name
 * and scheme people come.
 */
final class Way {

  private Way() {}

  static Response.ResponseBuilder to(String path) {
    return Response.status(Response.Status.SEE_OTHER).header(HttpHeaders.LOCATION, path);
  }
}
