package io.stormdrain.notifier.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stormdrain.notifier.TestDatabase;
import io.stormdrain.notifier.delivery.Outbox;
import io.stormdrain.notifier.store.IncidentStore;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Open pages learn of changes. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
@Timeout(120)
final class LiveTest {

  private static final Logger LOG = LoggerFactory.getLogger(LiveTest.class);
  private static final int BROWSERS = 200;

  /** Tests may share the processor with others. */
  private static final Duration SOON = Duration.ofSeconds(10);

  @TestHTTPResource("/live")
  URI live = URI.create("http://localhost/live");

  @Inject IncidentStore store;
  @Inject Outbox outbox;
  @Inject LiveFeed feed;

  @Test
  void twoHundredBrowsersHearOfAChangeAndNobodyLooksOnceTheyAreGone() {
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    try {
      List<Listener> all = IntStream.range(0, BROWSERS).mapToObj(n -> new Listener()).toList();
      all.forEach(one -> one.listen(client));
      Visit.await(() -> feed.open() == BROWSERS);
      Visit.await(() -> all.stream().allMatch(one -> one.changes.get() >= 1));
      List<Integer> before = all.stream().map(one -> one.changes.get()).toList();

      long begin = System.nanoTime();
      new Scene(store, outbox, Instant.now()).build("live-shop", false);
      Visit.await(() ->
          IntStream.range(0, BROWSERS).allMatch(n -> all.get(n).changes.get() > before.get(n)));
      Duration took = Duration.ofNanos(System.nanoTime() - begin);

      LOG.info("browsers={} change heard by all after={} ms", BROWSERS, took.toMillis());
      assertThat(took).isLessThan(SOON);
    } finally {
      // Closing would wait for answers that never end.
      client.shutdownNow();
    }
    Visit.await(() -> feed.open() == 0);
  }

  /** A page that is open in a browser. */
  private final class Listener implements Flow.Subscriber<String> {

    private final AtomicInteger changes = new AtomicInteger();

    void listen(HttpClient client) {
      var answer =
          client.sendAsync(
              HttpRequest.newBuilder(live).build(),
              HttpResponse.BodyHandlers.fromLineSubscriber(this));
      assertThat(answer).isNotNull();
    }

    @Override
    public void onSubscribe(Flow.Subscription to) {
      to.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(String line) {
      if (line.equals("event:change")) {
        changes.incrementAndGet();
      }
    }

    @Override
    public void onError(Throwable fault) {}

    @Override
    public void onComplete() {}
  }
}
