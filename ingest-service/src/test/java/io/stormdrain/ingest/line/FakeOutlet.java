package io.stormdrain.ingest.line;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A Kafka whose answers the test gives. */
final class FakeOutlet implements Outlet {
  final List<String> taken = new ArrayList<>();
  final Deque<LogLine> unanswered = new ArrayDeque<>();
  private int takes = Integer.MAX_VALUE;

  /** Takes so many lines more, and turns down the rest at once. */
  void takes(int lines) {
    takes = lines;
  }

  @Override
  public void send(LogLine line) {
    if (takes == 0) {
      line.onCompletion(null, new TimeoutException("no room"));
      return;
    }
    takes--;
    taken.add(new String(line.value(), UTF_8));
    unanswered.add(line);
  }

  void acknowledge(int lines) {
    answer(lines, null);
  }

  void acknowledgeAll() {
    acknowledge(unanswered.size());
  }

  /** Answers on a thread of its own, as Kafka's client does. */
  void answer(int lines, @Nullable Exception failure) {
    FutureTask<Void> answers =
        new FutureTask<>(
            () -> {
              for (int i = 0; i < lines; i++) {
                unanswered.remove().onCompletion(null, failure);
              }
            },
            null);
    Thread.ofPlatform().start(answers);
    try {
      answers.get();
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(e);
    }
  }
}
