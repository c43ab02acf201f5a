package io.stormdrain.notifier.console;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.stormdrain.notifier.store.ChangeReader;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Tells open pages that something has changed, not what: they ask for themselves anew, and see what
 * they may. One look at the database serves all pages of an instance; while none is open nobody
 * looks.
 */
@Singleton
class LiveFeed {

  private static final Duration EVERY = Duration.ofMillis(500);

  private final AtomicInteger open = new AtomicInteger();
  private final Multi<String> changes;

  LiveFeed(ChangeReader reader) {
    this.changes =
        Multi.createFrom()
            .ticks()
            .every(EVERY)
            .onOverflow()
            .drop()
            .onItem()
            .transformToUniAndConcatenate(tick -> mark(reader))
            .skip()
            .repetitions()
            .broadcast()
            .withCancellationAfterLastSubscriberDeparture()
            .toAllSubscribers();
  }

  /**
   * A text whenever something has changed, and one to begin with: something may have changed
   * between the making of a page and its listening.
   */
  Multi<String> changes() {
    return Multi.createBy()
        .merging()
        .streams(Multi.createFrom().item(""), changes)
        .onSubscription()
        .invoke(open::incrementAndGet)
        .onTermination()
        .invoke(open::decrementAndGet)
        .onOverflow()
        .drop();
  }

  /** How many pages listen. */
  int open() {
    return open.get();
  }

  /** A database that is away changes nothing; pages say so when they ask. */
  private static Uni<String> mark(ChangeReader reader) {
    return Uni.createFrom()
        .item(() -> QuarkusTransaction.requiringNew().call(reader::mark))
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
        .onFailure()
        .recoverWithItem("");
  }
}
