package io.stormdrain.notifier.console;

import io.quarkus.qute.TemplateInstance;
import io.stormdrain.notifier.people.FrontDoor;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Before the front door: who guesses waits, who is let in gets a session and goes on. */
@Singleton
class Porch {

  private static final Logger LOG = LoggerFactory.getLogger(Porch.class);
  private static final int TOO_MANY = 429;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;
  private static final int UNAVAILABLE = 503;
  private static final String PASSWORDS = "Names and passwords work all the same.";
  private static final String NO_PROVIDER = "No provider is set up here. " + PASSWORDS;
  private static final String WAIT = "Too many attempts. Wait a minute, then try again.";

  private final Cookies cookies;
  private final Printer printer;
  private final LoginPages pages;
  private final InstantSource clock;
  private final Attempts addresses = new Attempts(10);
  private final Attempts names = new Attempts(5);

  Porch(Cookies cookies, Printer printer, LoginPages pages, InstantSource clock) {
    this.cookies = cookies;
    this.printer = printer;
    this.pages = pages;
    this.clock = clock;
  }

  /**
   * Somebody who wants to come in.
   *
   * @param name as whom; guesses are counted by it, wherever they come from
   * @param to where they want to go
   */
  record Visit(HttpServerRequest request, HttpHeaders headers, String name, String to) {}

  /** Why a login by the provider came to nothing. */
  enum Miss {
    /** It does not answer. */
    AWAY,
    /** It answers, but not that it knows them. */
    REFUSED
  }

  /** Lets somebody in, or shows the form again and why. */
  Response enter(
      Visit visit,
      Supplier<FrontDoor.Answer> wish,
      Function<@Nullable String, Function<Frame, TemplateInstance>> form) {
    Instant now = clock.instant();
    String address = visit.request().remoteAddress().hostAddress();
    if (addresses.attempt(address, now) == Attempts.Verdict.HAS_TO_WAIT
        || names.attempt(visit.name(), now) == Attempts.Verdict.HAS_TO_WAIT) {
      return printer
          .html(TOO_MANY, form.apply(WAIT))
          .header(HttpHeaders.RETRY_AFTER, Attempts.WITHIN.toSeconds())
          .build();
    }
    return switch (wish.get()) {
      case FrontDoor.Answer.In(var pass) -> {
        addresses.succeeded(address);
        names.succeeded(visit.name());
        yield Way.to(visit.to()).cookie(cookies.session(pass.secret(), visit.headers())).build();
      }
      case FrontDoor.Answer.Refused(var why) -> {
        LOG.warn("somebody was not let in: address={} reason={}", address, why);
        yield printer.html(FORBIDDEN, form.apply(why.words())).build();
      }
    };
  }

  /** Somebody comes for whom a provider vouches: there is nothing to guess. */
  Response vouched(FrontDoor.Answer answer, String to, HttpHeaders headers) {
    return switch (answer) {
      case FrontDoor.Answer.In(var pass) ->
          Way.to(to).cookie(cookies.session(pass.secret(), headers)).build();
      case FrontDoor.Answer.Refused(var why) -> turnedAway(to, why.words());
    };
  }

  /** The form, for somebody whom the provider knows and we do not let in. */
  Response turnedAway(String to, String fault) {
    LOG.warn("somebody was not let in by the provider: reason={}", fault);
    return printer.html(FORBIDDEN, pages.page(to, "", fault)).build();
  }

  /** The form, when there is nobody who vouches. */
  Response notVouched(Miss miss) {
    String provider = pages.provider();
    if (provider == null) {
      return printer.html(NOT_FOUND, pages.page("/", "", NO_PROVIDER)).build();
    }
    LOG.warn("a login by the provider came to nothing: reason={}", miss);
    return switch (miss) {
      case AWAY ->
          printer
              .html(UNAVAILABLE, pages.page("/", "", provider + " does not answer. " + PASSWORDS))
              .build();
      case REFUSED ->
          printer
              .html(
                  FORBIDDEN, pages.page("/", "", provider + " did not vouch for you. " + PASSWORDS))
              .build();
    };
  }

  /** Somebody has left. */
  Response leave(HttpHeaders headers) {
    return Way.to(SessionGate.LOGIN).cookie(cookies.noSession(headers)).build();
  }
}
