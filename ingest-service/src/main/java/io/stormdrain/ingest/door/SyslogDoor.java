package io.stormdrain.ingest.door;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.tls.CertificateUpdatedEvent;
import io.quarkus.tls.TlsConfiguration;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.quarkus.tls.runtime.config.TlsConfigUtils;
import io.stormdrain.ingest.IngestConfig;
import io.stormdrain.ingest.source.Sources;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.NetSocket;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/** The door for syslog over TCP and TLS. Shut unless a port is set. */
@Singleton
final class SyslogDoor {
  private static final Logger LOG = Logger.getLogger(SyslogDoor.class);

  /** The name of its TLS configuration, which is that of the HTTP doors as well. */
  private static final String DOOR = "door";

  private static final long OPEN_SECONDS = 10;
  private static final long CLOSE_SECONDS = 5;

  private final IngestConfig config;
  private final Vertx vertx;
  private final TlsConfigurationRegistry certificates;
  private final Sources sources;
  private final Reception reception;
  private final Desks desks;
  private final SyslogCrowd crowd;
  private final List<NetServer> secure = new CopyOnWriteArrayList<>();
  private final List<NetServer> all = new CopyOnWriteArrayList<>();
  private final String instance = UUID.randomUUID().toString();
  private final AtomicLong connections = new AtomicLong();

  SyslogDoor(
      IngestConfig config,
      Vertx vertx,
      TlsConfigurationRegistry certificates,
      MeterRegistry registry,
      Sources sources,
      Reception reception,
      Desks desks) {
    this.config = config;
    this.vertx = vertx;
    this.certificates = certificates;
    this.sources = sources;
    this.reception = reception;
    this.desks = desks;
    this.crowd =
        new SyslogCrowd(
            config.syslogConnections(),
            config.syslogConnectionsPerAddress(),
            new SyslogMeters(registry));
  }

  void open(@Observes StartupEvent started) {
    config.syslogPort().ifPresent(port -> listen(port, options()));
    config
        .syslogTlsPort()
        .ifPresent(port -> {
          NetServerOptions options = options();
          TlsConfiguration door =
              certificates
                  .get(DOOR)
                  .orElseThrow(() ->
                      new ConfigurationException(
                          "stormdrain.ingest.syslog-tls-port needs a certificate:"
                              + " quarkus.tls.door.key-store..."));
          TlsConfigUtils.configure(options, door);
          options.setSsl(true);
          secure.add(listen(port, options));
        });
  }

  private NetServerOptions options() {
    return new NetServerOptions()
        .setIdleTimeout(Math.toIntExact(config.syslogIdle().toSeconds()))
        .setIdleTimeoutUnit(TimeUnit.SECONDS);
  }

  private NetServer listen(int port, NetServerOptions options) {
    NetServer server = vertx.createNetServer(options);
    server.connectHandler(this::received);
    await(server.listen(port), OPEN_SECONDS, "syslog port " + port);
    all.add(server);
    LOG.infof("syslog port=%d tls=%s", port, options.isSsl());
    return server;
  }

  private void received(NetSocket socket) {
    String address = socket.remoteAddress().hostAddress();
    if (crowd.enter(address) != null) {
      socket.close();
      return;
    }
    String name = instance + '.' + connections.incrementAndGet();
    new SyslogConnection(socket, new SyslogPeer(sources), crowd, reception, desks.here(), name)
        .receive();
  }

  /** Connections that are open stay. */
  void renew(@Observes CertificateUpdatedEvent updated) {
    if (updated.name().equals(DOOR)) {
      secure.forEach(server ->
          server
              .updateSSLOptions(updated.tlsConfiguration().getSSLOptions())
              .onFailure(e -> LOG.warnf("syslog keeps its certificate: %s", e.getMessage())));
    }
  }

  /** Before the way to Kafka is closed: what was read is still delivered. */
  void close(@Observes @Priority(1) ShutdownEvent stopped) {
    all.forEach(NetServer::close);
    List<Future<Void>> closing = crowd.all().stream().map(SyslogConnection::close).toList();
    try {
      await(Future.join(closing), CLOSE_SECONDS, "closing syslog");
    } catch (IllegalStateException e) {
      LOG.warnf("syslog closed with lines that nobody took: %s", e.getMessage());
    }
  }

  private static void await(Future<?> future, long seconds, String what) {
    try {
      future.toCompletionStage().toCompletableFuture().get(seconds, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException(what + ": " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
