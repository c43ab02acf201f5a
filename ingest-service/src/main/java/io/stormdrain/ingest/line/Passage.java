package io.stormdrain.ingest.line;

import io.stormdrain.ingest.line.Settlement.Published;
import io.stormdrain.ingest.line.Settlement.Refused;
import io.stormdrain.ingest.line.Settlement.Spooled;
import java.util.ArrayDeque;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A request's lines from the door to where they are safe. Kafka is that place; when it does not
 * acknowledge in time, or older lines wait in the spool, it is the spool.
 *
 * <pre>
 *   begin --spool is empty--> KAFKA --acknowledged--> settled
 *     |                         | too late
 *     +--lines wait in it--> SPOOL --on disk--> settled
 * </pre>
 *
 * Belongs to one event loop.
 */
public final class Passage {
  private final Ways ways;
  private final Lines lines;
  private final Loop loop;
  private final Consumer<Settlement> settled;
  private final Runnable late;

  private @Nullable Delivery delivery;
  private long spoolAt;
  private boolean spools;

  /**
   * The ways that lines may go.
   *
   * @param spooling null when there is no spool
   * @param memory where the records are charged until the end
   */
  public record Ways(Outlet kafka, @Nullable Spooling spooling, InFlight memory) {}

  /**
   * A passage that has not begun.
   *
   * @param settled told once, on the loop
   * @param late told of each line that Kafka took after it was given up, on Kafka's thread
   */
  public Passage(Ways ways, Lines lines, Loop loop, Consumer<Settlement> settled, Runnable late) {
    this.ways = ways;
    this.lines = lines;
    this.loop = loop;
    this.settled = settled;
    this.late = late;
  }

  /**
   * Sends the first lines; the others follow by themselves.
   *
   * @param now nanoseconds
   */
  public void begin(long now) {
    Spooling spooling = ways.spooling();
    if (spooling != null && spooling.spool().isWaiting()) {
      spool(spooling, new Rest(0, new ArrayDeque<>(0), lines));
      return;
    }
    spoolAt = spooling == null ? Long.MAX_VALUE : now + spooling.after().toNanos();
    send(new Delivery(lines, ways.kafka(), loop, ways.memory(), settled, late));
  }

  /** To be called every now and then: has Kafka had its time? */
  public void look(long now) {
    Spooling spooling = ways.spooling();
    if (spooling == null || spools || delivery == null || now - spoolAt < 0) {
      return;
    }
    Rest rest = delivery.leave();
    if (rest != null) {
      spool(spooling, rest);
    }
  }

  private void spool(Spooling spooling, Rest rest) {
    spools = true;
    Consumer<Settlement> end = settlement -> settled.accept(of(rest.acknowledged(), settlement));
    send(new Delivery(rest, spooling.spool(), loop, ways.memory(), end, late));
  }

  private void send(Delivery next) {
    delivery = next;
    next.begin();
  }

  private static Settlement of(int published, Settlement bySpool) {
    return switch (bySpool) {
      case Published(int lines) ->
          lines == 0 ? new Published(published) : new Spooled(published, lines);
      case Spooled(int more, int lines) -> new Spooled(published + more, lines);
      // What the spool took in part is sent again whole: its sender knows of no parts.
      case Refused(int taken, int left, Refusal reason) ->
          new Refused(published, taken + left, reason);
    };
  }

  /** Time is up. */
  public void giveUp() {
    if (delivery != null) {
      delivery.giveUp();
    }
  }
}
