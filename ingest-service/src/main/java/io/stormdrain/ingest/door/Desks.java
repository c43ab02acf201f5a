package io.stormdrain.ingest.door;

import io.vertx.core.Vertx;
import io.vertx.core.impl.ContextInternal;
import jakarta.inject.Singleton;

/** The desks of all event loops. */
@Singleton
final class Desks {
  private final Vertx vertx;
  private final ThreadLocal<Desk> desks = ThreadLocal.withInitial(this::newDesk);

  Desks(Vertx vertx) {
    this.vertx = vertx;
  }

  /** That of the loop on which this is called. */
  Desk here() {
    return desks.get();
  }

  private Desk newDesk() {
    // The request's context carries the request; timers must not.
    ContextInternal loop = ((ContextInternal) vertx.getOrCreateContext()).unwrap();
    return new Desk(vertx, loop);
  }
}
