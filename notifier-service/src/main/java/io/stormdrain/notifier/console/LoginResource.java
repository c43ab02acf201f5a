package io.stormdrain.notifier.console;

import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where people show the token, once, and where they leave. */
@Path("/")
public class LoginResource {

  private static final Logger LOG = LoggerFactory.getLogger(LoginResource.class);
  private static final int TOO_MANY = 429;

  /** A path of ours, and nothing that a browser could take for another site. */
  private static final Pattern OURS = Pattern.compile("/(?![/\\\\])[\\x21-\\x5B\\x5D-\\x7E]*");

  private final Sessions sessions;
  private final Cookies cookies;
  private final Printer printer;
  private final InstantSource clock;
  private final Attempts attempts = new Attempts();

  LoginResource(Sessions sessions, Cookies cookies, Printer printer, InstantSource clock) {
    this.sessions = sessions;
    this.cookies = cookies;
    this.printer = printer;
    this.clock = clock;
  }

  /**
   * The form. Who comes from another site, as from a link in Slack, has not shown the pass yet,
   * because browsers keep it back there; they are sent on from here, where it is shown.
   */
  @GET
  @Path("/login")
  public Response form(
      @RestQuery @Nullable String to, @RestHeader("Sec-Fetch-Site") @Nullable String site) {
    String wanted = ours(to);
    if (!sessions.areNeeded()) {
      return Way.to(wanted).build();
    }
    return "cross-site".equals(site) || "same-site".equals(site)
        ? printer.html(200, frame -> Pages.opening(frame, wanted)).build()
        : printer.html(200, frame -> Pages.login(frame, new Entry(wanted, null))).build();
  }

  /** Takes the token. */
  @POST
  @Path("/login")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response enter(
      @RestForm @Nullable String token,
      @RestForm @Nullable String to,
      HttpHeaders headers,
      HttpServerRequest request) {
    Instant now = clock.instant();
    String address = request.remoteAddress().hostAddress();
    if (attempts.attempt(address, now) == Attempts.Verdict.HAS_TO_WAIT) {
      return printer
          .html(TOO_MANY, refused(to, "Too many wrong tokens. Wait a minute, then try again."))
          .header(HttpHeaders.RETRY_AFTER, Attempts.WITHIN.toSeconds())
          .build();
    }
    String pass = sessions.open(Objects.requireNonNullElse(token, ""), now);
    if (pass == null) {
      LOG.warn("a wrong token was shown to the console: address={}", address);
      return printer.html(403, refused(to, "That is not the token.")).build();
    }
    attempts.succeeded(address);
    return Way.to(ours(to)).cookie(cookies.session(pass, headers)).build();
  }

  /** Forgets the pass. */
  @POST
  @Path("/logout")
  public Response leave(HttpHeaders headers) {
    return Way.to(SessionGate.LOGIN).cookie(cookies.noSession(headers)).build();
  }

  private static Function<Frame, TemplateInstance> refused(@Nullable String to, String fault) {
    return frame -> Pages.login(frame, new Entry(ours(to), fault));
  }

  /** Where to go on; the first page when what is wanted is none of ours. */
  static String ours(@Nullable String to) {
    return to != null && OURS.matcher(to).matches() && !to.startsWith(SessionGate.LOGIN) ? to : "/";
  }
}
