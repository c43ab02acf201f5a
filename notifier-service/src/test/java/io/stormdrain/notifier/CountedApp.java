package io.stormdrain.notifier;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.stormdrain.notifier.signal.Vitals;
import io.stormdrain.notifier.store.VitalsStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An app of which something was counted, without Kafka in between. */
public final class CountedApp {

  private static final long MEBI = 1 << 20;
  private static final int WINDOWS = 150;

  private CountedApp() {}

  /** 25 minutes that end then: ever slower, ever more memory, and failing towards the end. */
  public static void busy(VitalsStore store, String app, Instant end) {
    List<Vitals> all = new ArrayList<>();
    for (int window = 0; window < WINDOWS; window++) {
      long failed = window < 120 ? window % 7 / 6 : 12;
      all.add(
          vitals(
              app,
              end.minusSeconds(10L * (WINDOWS - window)),
              Map.of("2xx", 40 + window % 13L, "3xx", 5L, "4xx", 3L, "5xx", failed),
              List.of(
                  new Vitals.Bucket(64, 40),
                  new Vitals.Bucket(256, 9 + window / 10),
                  new Vitals.Bucket(2048, window / 15)),
              Map.of(
                  "web.1", new Vitals.Memory((200 + 2L * window) * MEBI, 512 * MEBI),
                  "worker.1", new Vitals.Memory(180 * MEBI, 512 * MEBI)),
              window > 130 ? 40 : 0));
    }
    QuarkusTransaction.requiringNew().run(() -> store.add(all));
  }

  /** One window. */
  public static Vitals vitals(
      String app,
      Instant from,
      Map<String, Long> requests,
      List<Vitals.Bucket> service,
      Map<String, Vitals.Memory> memory,
      long dropped) {
    return new Vitals(
        app,
        app,
        "heroku",
        "production",
        from,
        from.plusSeconds(10),
        requests.values().stream().mapToLong(Long::longValue).sum(),
        requests,
        service,
        memory,
        Map.of(),
        dropped);
  }
}
