package io.stormdrain.notifier.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.stormdrain.notifier.TestClock;
import io.stormdrain.notifier.outgoing.ScriptedHttp;
import io.stormdrain.notifier.outgoing.ScriptedHttp.Reply;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.stream.Stream;

/**
 * A receiver is told of one trouble, through all of delivery, while its other end does what a test
 * wants. At the end the books have to be right, and nothing may hold a secret.
 */
final class Trial implements AutoCloseable {

  final ScriptedHttp http;
  final TestClock clock = new TestClock();

  private final AnyReceiver kind;
  private final PostOffice office;
  private final Queue<String> log = new ConcurrentLinkedQueue<>();
  private final Handler listener = new Listener();

  Trial(AnyReceiver kind) throws IOException {
    this(kind, new ScriptedHttp(), "http");
  }

  /** The other end encrypts, and nobody vouches for its certificate. */
  static Trial byAnImpostor(AnyReceiver kind) throws IOException {
    return new Trial(kind, ScriptedHttp.impostor(), "https");
  }

  private Trial(AnyReceiver kind, ScriptedHttp http, String scheme) {
    this.kind = kind;
    this.http = http.usually(request -> new Reply.Answer(200, Map.of(), kind.taken()));
    String base = scheme + "://127.0.0.1:" + http.port();
    office = new PostOffice(clock, Map.of(), kind.at(base, clock));
    Logger.getLogger("").addHandler(listener);
    PostOffice.clear();
    office.breaks("shop");
    clock.pass(Duration.ofSeconds(1));
  }

  /** The other end answers so the next times. */
  Trial answers(Reply... replies) {
    List.of(replies).forEach(http::then);
    return this;
  }

  /** What is due is told. */
  Trial goes() throws InterruptedException {
    office.deliver();
    return this;
  }

  Trial goesAfter(Duration time) throws InterruptedException {
    office.deliverAfter(time);
    return this;
  }

  DeliveryView delivery() {
    assertThat(office.ledger()).as("%s", this).hasSize(1);
    return office.ledger().getFirst();
  }

  /** How it stands, after so many attempts. */
  Trial is(DeliveryState state, int attempts) {
    assertThat(delivery().state()).as("%s", this).isEqualTo(state);
    assertThat(delivery().attempts()).as("%s", this).isEqualTo(attempts);
    return this;
  }

  /** Why it is not told, as the ledger says. */
  Trial because(Fault fault) {
    assertThat(delivery().fault()).as("%s", this).isEqualTo(fault);
    return this;
  }

  /** So many attempts have ended so, and no others otherwise but well. */
  Trial counts(String outcome, int times) {
    Map<String, Integer> all = new TreeMap<>();
    office.registry.find("stormdrain.notifier.delivery.attempts").counters().stream()
        .filter(counter -> counter.count() > 0)
        .forEach(counter -> all.put(counter.getId().getTag("outcome"), (int) counter.count()));
    assertThat(all.remove(outcome)).as("%s %s", outcome, this).isEqualTo(times);
    all.remove("delivered");
    assertThat(all).as("%s", this).isEmpty();
    return this;
  }

  /** So many requests have arrived. */
  Trial heard(int times) {
    assertThat(http.requests()).as("%s", this).hasSize(times);
    return this;
  }

  /** The later of two requests is known for one that may repeat the earlier. */
  Trial maybeRepeats() {
    assertThat(kind.isRepeat(http.requests().getFirst(), http.requests().get(1)))
        .as("%s: %s", this, http.requests())
        .isTrue();
    return this;
  }

  @Override
  public String toString() {
    return kind + " " + office.ledger();
  }

  @Override
  public void close() {
    Logger.getLogger("").removeHandler(listener);
    http.close();
    office.accounts();
    String all =
        String.join("\n", log)
            + office.ledger()
            + office.registry.getMeters().stream().map(meter -> meter.getId().toString()).toList()
            + stored();
    assertThat(all).as("%s", kind).contains("shop", "real").doesNotContain(AnyReceiver.SECRET);
    assertThat(all).as("%s", kind).doesNotContain(AnyReceiver.KEY);
  }

  private static String stored() {
    return QuarkusTransaction.requiringNew()
        .call(() ->
            Stream.of("delivery", "receiver", "conversation", "incident", "transition", "finding")
                .map(table ->
                    CDI.current()
                        .select(EntityManager.class)
                        .get()
                        .createNativeQuery("select cast(json_agg(t) as text) from " + table + " t")
                        .getSingleResult())
                .toList()
                .toString());
  }

  /** What the service logs meanwhile. */
  private final class Listener extends Handler {

    private final Formatter format = new SimpleFormatter();

    @Override
    public void publish(LogRecord entry) {
      log.add(format.format(entry));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
