package io.stormdrain.notifier.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.qute.TemplateInstance;
import io.stormdrain.notifier.people.Caller;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.function.Function;

/** Makes answers of pages. */
@Singleton
class Printer {

  /** Pages are for those who may see them, and asked for again each time. */
  private static final String CACHING = "private, no-cache";

  static final String TYPE = MediaType.TEXT_HTML + ";charset=UTF-8";
  private static final int LETTERS = 32;

  private final InstantSource clock;
  private final Assets assets;
  private final Caller caller;

  Printer(InstantSource clock, Assets assets, Caller caller) {
    this.clock = clock;
    this.assets = assets;
    this.caller = caller;
  }

  /**
   * A page that refreshes itself: unchanged as long as what it shows is, whatever time it is.
   *
   * @param model what it shows; records, of which the text says all
   */
  Response live(Request request, Object model, Function<Frame, TemplateInstance> page) {
    EntityTag tag = tag(model);
    Response.ResponseBuilder same = request.evaluatePreconditions(tag);
    if (same != null) {
      return same.header(HttpHeaders.CACHE_CONTROL, CACHING).build();
    }
    return html(Response.Status.OK.getStatusCode(), page).tag(tag).build();
  }

  Response.ResponseBuilder html(int status, Function<Frame, TemplateInstance> page) {
    return Response.status(status)
        .entity(text(page))
        .type(TYPE)
        .header(HttpHeaders.CACHE_CONTROL, CACHING);
  }

  String text(Function<Frame, TemplateInstance> page) {
    return page.apply(
            new Frame(clock.instant(), assets.fingerprint(), caller.known(), assets.version()))
        .render();
  }

  private EntityTag tag(Object model) {
    byte[] digest =
        Assets.sha256()
            .digest((assets.fingerprint() + '\n' + caller.known() + '\n' + model).getBytes(UTF_8));
    return new EntityTag(HexFormat.of().formatHex(digest).substring(0, LETTERS));
  }
}
