package io.stormdrain.notifier.console;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.stormdrain.notifier.people.Needs;
import io.stormdrain.notifier.people.Role;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.ServiceUnavailableException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;

/** What open pages listen to. */
@Path("/live")
@Needs(Role.VIEWER)
public class LiveConsole {

  /** More than a large team has open; each costs a connection, not a thread. */
  private static final int MOST = 2_000;

  /** Proxies end what is silent for long, and a browser that has gone is noticed by writing. */
  private static final Duration BREATH = Duration.ofSeconds(15);

  private final LiveFeed feed;

  LiveConsole(LiveFeed feed) {
    this.feed = feed;
  }

  /** An event {@code change} whenever something has changed. */
  @GET
  @Blocking
  @Produces(MediaType.SERVER_SENT_EVENTS)
  public Multi<OutboundSseEvent> live(Sse sse) {
    if (feed.open() >= MOST) {
      throw new ServiceUnavailableException();
    }
    return Multi.createBy()
        .merging()
        .streams(
            feed.changes().map(mark -> event(sse, "change")),
            Multi.createFrom()
                .ticks()
                .every(BREATH)
                .onOverflow()
                .drop()
                .map(tick -> event(sse, "breath")));
  }

  private static OutboundSseEvent event(Sse sse, String name) {
    return sse.newEventBuilder().name(name).data("").build();
  }
}
