package io.stormdrain.ingest.door;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.util.AttributeKey;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * All HTTP connections: how many of an address there are, and how long each has owed us the rest of
 * a request. Who opens more, or takes longer, is hung up on, so that no one sender keeps the door
 * from the others.
 */
final class HttpCrowd {
  private static final AttributeKey<HttpPatience> PATIENCE =
      AttributeKey.valueOf(HttpPatience.class.getName());

  /** Why a connection is hung up on. */
  enum Reason {
    TOO_MANY_FROM_ADDRESS,
    /** A request, its answer included, takes too long; or none ever came. */
    TOO_SLOW;

    String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  private final int mostPerAddress;
  private final Duration requestTime;
  private final Map<String, Integer> byAddress = new ConcurrentHashMap<>();
  private final AtomicInteger open = new AtomicInteger();
  private final Map<Reason, Counter> refused = new EnumMap<>(Reason.class);

  /**
   * Nobody is there.
   *
   * @param mostPerAddress connections; 0 for any number
   * @param requestTime from the first byte of a request to that of its answer
   */
  HttpCrowd(int mostPerAddress, Duration requestTime, MeterRegistry registry) {
    this.mostPerAddress = mostPerAddress;
    this.requestTime = requestTime;
    for (Reason reason : Reason.values()) {
      Counter counter =
          Counter.builder(IngestMetrics.PREFIX + "http.connections.refused")
              .tag("reason", reason.word())
              .register(registry);
      refused.put(reason, counter);
    }
    Gauge.builder(IngestMetrics.PREFIX + "http.connections", open, AtomicInteger::get)
        .register(registry);
  }

  /**
   * A connection was seen, perhaps not for the first time. On its own thread.
   *
   * @param owed no whole request has come yet
   */
  void meet(Channel channel, boolean owed, long now) {
    if (channel.hasAttr(PATIENCE)) {
      return;
    }
    HttpPatience patience = new HttpPatience(owed ? now : HttpPatience.NOTHING_OWED);
    channel.attr(PATIENCE).set(patience);
    channel.pipeline().addFirst(patience);
    enter(channel);
  }

  private void enter(Channel channel) {
    String address = address(channel.remoteAddress());
    int present = byAddress.merge(address, 1, Integer::sum);
    open.incrementAndGet();
    channel.closeFuture().addListener(closed -> leave(address));
    if (mostPerAddress > 0 && present > mostPerAddress) {
      hangUp(channel, Reason.TOO_MANY_FROM_ADDRESS);
    }
  }

  private void leave(String address) {
    open.decrementAndGet();
    byAddress.computeIfPresent(address, (key, number) -> number == 1 ? null : number - 1);
  }

  /** Has its sender had its time? On the connection's own thread. */
  void look(Channel channel, long now) {
    HttpPatience patience = channel.attr(PATIENCE).get();
    if (patience != null && patience.isOver(now, requestTime.toNanos())) {
      hangUp(channel, Reason.TOO_SLOW);
    }
  }

  private void hangUp(Channel channel, Reason reason) {
    Objects.requireNonNull(refused.get(reason)).increment();
    ChannelFuture _ = channel.close();
  }

  private static String address(SocketAddress remote) {
    return remote instanceof InetSocketAddress internet
        ? internet.getAddress().getHostAddress()
        : String.valueOf(remote);
  }
}
