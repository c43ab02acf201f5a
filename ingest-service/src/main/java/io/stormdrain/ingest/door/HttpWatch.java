package io.stormdrain.ingest.door;

import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.Channel;
import io.netty.channel.SingleThreadEventLoop;
import io.netty.handler.codec.http2.Http2ConnectionHandler;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Future;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.stormdrain.ingest.IngestConfig;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.Router;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Looks after the HTTP connections. The server tells of a connection when its first request has
 * come, which a slow or silent sender never lets happen; so the connections of each event loop are
 * looked through.
 */
@Singleton
final class HttpWatch {
  private static final int BEFORE_ALL_DOORS = -2_000_000;
  private static final long EVERY_MILLIS = 500;

  private final HttpCrowd crowd;
  private final Vertx vertx;
  private final Set<Integer> others = new HashSet<>();
  private final List<Future<?>> watches = new ArrayList<>();

  HttpWatch(IngestConfig config, MeterRegistry registry, Vertx vertx) {
    this.crowd = new HttpCrowd(config.httpConnectionsPerAddress(), config.requestTime(), registry);
    this.vertx = vertx;
    config.syslogPort().ifPresent(others::add);
    config.syslogTlsPort().ifPresent(others::add);
  }

  void route(@Observes Router router) {
    router
        .route()
        .order(BEFORE_ALL_DOORS)
        .handler(routed -> {
          if (routed.request().connection() instanceof ConnectionBase connection) {
            crowd.meet(connection.channel(), false, System.nanoTime());
          }
          routed.next();
        });
  }

  void open(@Observes StartupEvent started) {
    if (vertx instanceof VertxInternal known) {
      for (EventExecutor executor : known.getEventLoopGroup()) {
        if (executor instanceof SingleThreadEventLoop loop) {
          watches.add(
              loop.scheduleWithFixedDelay(
                  () -> look(loop), EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS));
        }
      }
    }
  }

  private void look(SingleThreadEventLoop loop) {
    long now = System.nanoTime();
    List<Channel> accepted = new ArrayList<>();
    // A copy: a connection that is closed leaves.
    for (Iterator<Channel> all = loop.registeredChannelsIterator(); all.hasNext(); ) {
      Channel channel = all.next();
      if (isHttp(channel)) {
        accepted.add(channel);
      }
    }
    for (Channel channel : accepted) {
      crowd.meet(channel, true, now);
      crowd.look(channel, now);
    }
  }

  /** Only servers' connections have a parent; syslog has limits of its own. */
  private boolean isHttp(Channel channel) {
    return channel.parent() != null
        && channel.isActive()
        // Its frames come and go without a request; a stream of it has the time of its body.
        && channel.pipeline().get(Http2ConnectionHandler.class) == null
        && channel.localAddress() instanceof InetSocketAddress local
        && !others.contains(local.getPort());
  }

  void close(@Observes ShutdownEvent stopped) {
    watches.forEach(watch -> watch.cancel(false));
  }
}
