package io.stormdrain.notifier.console;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.stormdrain.notifier.api.Span;
import io.stormdrain.notifier.people.Needs;
import io.stormdrain.notifier.people.Role;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The page of an app. */
@Path("/apps")
@RunOnVirtualThread
@Needs(Role.VIEWER)
public class AppConsole {

  private final AppPages pages;
  private final Printer printer;
  private final InstantSource clock;

  AppConsole(AppPages pages, Printer printer, InstantSource clock) {
    this.pages = pages;
    this.printer = printer;
    this.clock = clock;
  }

  /** All apps are on the first page. */
  @GET
  public Response apps() {
    return Way.to("/#apps").build();
  }

  /** How an app is and was. */
  @GET
  @Path("/{app: .+}")
  public Response app(
      @RestPath String app,
      @RestQuery @Nullable String environment,
      @RestQuery @Nullable String span,
      Request request) {
    AppPage page = pages.read(app, environment, Span.of(span), clock.instant());
    return printer.live(request, page, frame -> Pages.app(frame, page));
  }
}
