package io.stormdrain.notifier.console;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.stormdrain.notifier.api.LineSearch;
import io.stormdrain.notifier.people.Needs;
import io.stormdrain.notifier.people.Role;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Objects;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Where people look for log lines. */
@Path("/search")
@RunOnVirtualThread
@Needs(Role.VIEWER)
public class SearchConsole {

  private final SearchPages searches;
  private final Printer printer;

  SearchConsole(SearchPages searches, Printer printer) {
    this.searches = searches;
    this.printer = printer;
  }

  /** Lines that somebody looks for. */
  @GET
  public Response search(
      @RestQuery @Nullable String app,
      @RestQuery @Nullable String environment,
      @RestQuery @Nullable String from,
      @RestQuery @Nullable String until,
      @RestQuery @Nullable String text,
      @RestQuery @Nullable String cursor) {
    SearchPage page =
        searches.read(
            new LineSearch.Asked(
                Objects.requireNonNullElse(app, ""),
                blank(environment),
                from,
                until,
                text,
                cursor));
    return printer.html(200, frame -> Pages.search(frame, page)).build();
  }

  /** A field of a form that was left empty says nothing. */
  private static @Nullable String blank(@Nullable String said) {
    return said == null || said.isEmpty() ? null : said;
  }
}
