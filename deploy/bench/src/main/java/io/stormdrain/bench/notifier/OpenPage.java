package io.stormdrain.bench.notifier;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** A page that is open in a browser, as far as it listens. */
final class OpenPage implements Flow.Subscriber<String>, AutoCloseable {

  private final CompletableFuture<Flow.Subscription> subscription = new CompletableFuture<>();
  private @Nullable CompletableFuture<HttpResponse<Void>> answer;
  private int changes;

  private OpenPage() {}

  static OpenPage at(HttpClient http, URI live) {
    OpenPage page = new OpenPage();
    page.answer =
        http.sendAsync(
            HttpRequest.newBuilder(live).build(),
            HttpResponse.BodyHandlers.fromLineSubscriber(page));
    return page;
  }

  synchronized int changes() {
    return changes;
  }

  /** Returns when there have been more changes than so many. */
  synchronized void awaitChange(int before, Duration patience) throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    while (changes <= before) {
      long left = (end - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        throw new IllegalStateException("an open page has heard nothing");
      }
      wait(left);
    }
  }

  @Override
  public void onSubscribe(Flow.Subscription to) {
    subscription.complete(to);
    to.request(Long.MAX_VALUE);
  }

  @Override
  public synchronized void onNext(String line) {
    if (line.replace(" ", "").equals("event:change")) {
      changes++;
      notifyAll();
    }
  }

  @Override
  public void onError(Throwable fault) {}

  @Override
  public void onComplete() {}

  @Override
  public void close() {
    subscription.join().cancel();
    if (answer != null) {
      answer.cancel(true);
    }
  }
}
