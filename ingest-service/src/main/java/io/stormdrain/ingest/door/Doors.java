package io.stormdrain.ingest.door;

import io.stormdrain.ingest.IngestConfig;
import io.stormdrain.ingest.door.Credentials.Identity;
import io.stormdrain.ingest.source.Source;
import io.stormdrain.ingest.source.Sources;
import io.stormdrain.ingest.webhook.Hooks;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Everything that is received over HTTP: who is it, and may they in? */
@Singleton
final class Doors {
  /** Before the framework's own routes, which would measure and collect the body. */
  private static final int FIRST = -1_000_000;

  private final Sources sources;
  private final Reception reception;
  private final Desks desks;
  private final List<Door> doors;

  Doors(Sources sources, Reception reception, Desks desks, IngestConfig config, Vertx vertx) {
    this.sources = sources;
    this.reception = reception;
    this.desks = desks;
    this.doors = doors(reception, renders(config, vertx, reception));
  }

  private static Sequel renders(IngestConfig config, Vertx vertx, Reception reception) {
    return config
        .renderToken()
        .<Sequel>map(
            token -> new RenderSequel(new RenderApi(vertx, config.renderApi(), token), reception))
        .orElse(Sequel.NONE);
  }

  /** Where one path is the beginning of another, the longer one stands before it. */
  private static List<Door> doors(Reception reception, Sequel renders) {
    Dialect otlp = new OtlpDialect();
    Dialect hec = new HecDialect();
    Dialect bulk = new BulkDialect();
    List<Door> doors = new ArrayList<>();
    TakenEvents taken = new TakenEvents();
    Hooks.all()
        .forEach((platform, hook) ->
            doors.add(
                new Door(
                    "/hooks/" + platform,
                    new HookDialect(
                        hook, taken, platform.equals("render") ? renders : Sequel.NONE))));
    Collections.addAll(
        doors,
        new Door("/logplex", new LogplexDialect(reception.log())),
        new Door("/v1/logs", otlp),
        new Door("/otlp/:token/v1/logs", otlp),
        new Door("/ingest/json", new JsonDialect()),
        new Door("/ci/:app", new CiDialect()),
        new Door("/api/v2/logs", new DatadogDialect()),
        new Door("/loki/api/v1/push", new LokiDialect(reception.limits().maxBody())),
        new Door("/services/collector/event", hec),
        new Door("/services/collector/raw", hec),
        new Door("/services/collector", hec),
        new Door("/_bulk", bulk),
        new Door("/:index/_bulk", bulk),
        new Door("/", bulk));
    return List.copyOf(doors);
  }

  void open(@Observes Router router) {
    for (Door door : doors) {
      for (String path : door.paths()) {
        router.route(path).order(FIRST).handler(routed -> receive(routed, door));
      }
    }
  }

  private void receive(RoutingContext routed, Door door) {
    HttpServerRequest request = routed.request();
    if (!request.method().equals(HttpMethod.POST)) {
      boolean asks = request.method().equals(HttpMethod.GET) || isHead(request);
      turnAway(request, door, asks ? Answer.EXPLANATION : Answer.METHOD);
      return;
    }
    switch (identity(routed, door)) {
      case Identity.Known(Source source) ->
          new DrainRequest(request, source, door.dialect(), desks.here(), reception).receive();
      case Identity.Stranger(Answer answer) -> turnAway(request, door, answer);
    }
  }

  private static boolean isHead(HttpServerRequest request) {
    return request.method().equals(HttpMethod.HEAD);
  }

  private Identity identity(RoutingContext routed, Door door) {
    HttpServerRequest request = routed.request();
    String path = Objects.requireNonNullElse(request.path(), "");
    String within = routed.pathParam("token");
    @Nullable String segment = within == null ? door.rest(path) : within;
    return Credentials.of(
            request.getHeader("Authorization"),
            request.getHeader("DD-API-KEY"),
            segment,
            request.query())
        .identity(sources);
  }

  private void turnAway(HttpServerRequest request, Door door, Answer answer) {
    reception.metrics().stranger(answer);
    if (answer != Answer.EXPLANATION) {
      reception.log().stranger(answer, request.remoteAddress().hostAddress());
    }
    answer.write(request, door.dialect().reply(answer, request, null), true);
  }
}
