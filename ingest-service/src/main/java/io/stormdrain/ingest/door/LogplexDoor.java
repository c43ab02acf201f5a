package io.stormdrain.ingest.door;

import io.stormdrain.ingest.door.Credentials.Identity;
import io.stormdrain.ingest.source.Source;
import io.stormdrain.ingest.source.Sources;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.impl.ContextInternal;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Objects;

/** The door for Logplex drains: {@code POST /logplex} and {@code POST /logplex/TOKEN}. */
@Singleton
final class LogplexDoor {
  private static final String PATH = "/logplex";

  /** Before the framework's own routes, which would measure and collect the body. */
  private static final int FIRST = -1_000_000;

  private final Sources sources;
  private final Reception reception;
  private final Vertx vertx;
  private final ThreadLocal<Desk> desks = ThreadLocal.withInitial(this::newDesk);

  LogplexDoor(Sources sources, Reception reception, Vertx vertx) {
    this.sources = sources;
    this.reception = reception;
    this.vertx = vertx;
  }

  void open(@Observes Router router) {
    router.route(PATH + "/*").order(FIRST).handler(routed -> receive(routed.request()));
  }

  private void receive(HttpServerRequest request) {
    if (!request.method().equals(HttpMethod.POST)) {
      boolean asks = request.method().equals(HttpMethod.GET) || isHead(request);
      turnAway(request, asks ? Answer.EXPLANATION : Answer.METHOD);
      return;
    }
    switch (identity(request)) {
      case Identity.Known(Source source) -> receive(request, source);
      case Identity.Stranger(Answer answer) -> turnAway(request, answer);
    }
  }

  private static boolean isHead(HttpServerRequest request) {
    return request.method().equals(HttpMethod.HEAD);
  }

  private Identity identity(HttpServerRequest request) {
    String path = Objects.requireNonNullElse(request.path(), PATH);
    String segment = path.length() > PATH.length() ? path.substring(PATH.length() + 1) : null;
    return Credentials.of(request.getHeader("Authorization"), segment, request.query())
        .identity(sources);
  }

  private void receive(HttpServerRequest request, Source source) {
    new DrainRequest(request, source, desks.get(), reception).receive();
  }

  private void turnAway(HttpServerRequest request, Answer answer) {
    reception.metrics().stranger(answer);
    if (answer != Answer.EXPLANATION) {
      reception.log().stranger(answer, request.remoteAddress().hostAddress());
    }
    answer.write(request, true);
  }

  private Desk newDesk() {
    // The request's context carries the request; timers must not.
    ContextInternal loop = ((ContextInternal) vertx.getOrCreateContext()).unwrap();
    return new Desk(vertx, loop);
  }
}
