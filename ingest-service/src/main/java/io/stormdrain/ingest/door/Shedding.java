package io.stormdrain.ingest.door;

import io.stormdrain.ingest.line.Lines;
import io.stormdrain.ingest.line.Quotas;
import io.stormdrain.ingest.line.Refusal;
import io.stormdrain.ingest.line.Settlement;
import io.stormdrain.ingest.line.Settlement.Published;
import io.stormdrain.ingest.line.Settlement.Refused;
import io.stormdrain.ingest.line.Settlement.Spooled;
import io.stormdrain.ingest.message.Message;
import io.stormdrain.ingest.message.Moment;
import io.stormdrain.ingest.message.Origin;
import io.stormdrain.ingest.message.Text;
import io.stormdrain.ingest.message.Voice;
import io.stormdrain.ingest.source.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Turns away what sources send above their quotas, and tells it in the story of the app, as Logplex
 * does with its L10: at once, and then every ten seconds.
 */
final class Shedding {
  static final String WORD = "stormdrain";

  private static final long TOLD_EVERY = Duration.ofSeconds(10).toNanos();
  private static final Voice SERVICE = new Voice(Origin.PLATFORM, null, null, null, null, null);

  /** Lines turned away of which nothing was told yet, and since when. */
  private record Untold(long lines, long since, long told) {}

  private final Quotas quotas;
  private final Map<String, Untold> untold = new ConcurrentHashMap<>();

  Shedding(Quotas quotas) {
    this.quotas = quotas;
  }

  boolean isDue(Source source) {
    return quotas.isSpent(source, System.nanoTime());
  }

  /** What was let in counts. */
  void settled(Source source, Settlement settlement) {
    int lines =
        switch (settlement) {
          case Published(int published) -> published;
          case Spooled(int published, int spooled) -> published + spooled;
          case Refused(int published, int _, Refusal _) -> published;
        };
    quotas.spend(source, lines, System.nanoTime());
  }

  /** Counts what is not let in; its reader may not go on. */
  Refused shed(Lines lines, Source source, Desk desk, Reception reception) {
    int count = 0;
    while (lines.next() != null) {
      count++;
    }
    tell(source, count, desk, reception);
    return new Refused(0, count, Refusal.QUOTA);
  }

  private void tell(Source source, int lines, Desk desk, Reception reception) {
    long now = System.nanoTime();
    long millis = desk.millis();
    Untold sum =
        untold.merge(
            source.id(),
            new Untold(lines, millis, now - TOLD_EVERY),
            (before, more) ->
                new Untold(
                    before.lines() + more.lines(),
                    before.lines() == 0 ? more.since() : before.since(),
                    before.told()));
    if (now - sum.told() >= TOLD_EVERY
        && untold.replace(source.id(), sum, new Untold(0, millis, now))) {
      OwnLine.send(message(source, sum, millis), source, WORD, desk, reception);
    }
  }

  private Message message(Source source, Untold sum, long millis) {
    String text =
        "event=lines.shed source=%s lost=%d since=%s limit=%d"
            .formatted(
                source.id(),
                sum.lines(),
                Instant.ofEpochMilli(sum.since()),
                quotas.perSecond(source));
    return Message.event(
        SERVICE, Text.of(text), Moment.ofMillis(millis), "lines.shed", "shed-" + UUID.randomUUID());
  }
}
