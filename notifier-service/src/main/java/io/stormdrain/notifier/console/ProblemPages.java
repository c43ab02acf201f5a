package io.stormdrain.notifier.console;

import io.stormdrain.notifier.api.Problem;
import io.stormdrain.notifier.message.InWords;
import io.stormdrain.notifier.message.LogText;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Problems as people read them: outside the API they are pages. */
@Singleton
public class ProblemPages {

  private static final MediaType HTML = MediaType.TEXT_HTML_TYPE.withCharset("UTF-8");

  /** Filters are made before settings can be read. */
  private final Provider<Printer> printer;

  ProblemPages(Provider<Printer> printer) {
    this.printer = printer;
  }

  /** Makes a page of a problem. */
  @ServerResponseFilter
  public void page(ContainerRequestContext request, ContainerResponseContext response) {
    if (response.getEntity() instanceof Problem problem
        && SessionGate.isPage(request.getUriInfo().getPath())) {
      Trouble trouble =
          new Trouble(
              problem.status(),
              problem.title(),
              InWords.sentence(LogText.line(problem.detail())) + ".",
              Shown.text(problem.expected()));
      response.setEntity(printer.get().text(frame -> Pages.problem(frame, trouble)), null, HTML);
    }
  }
}
