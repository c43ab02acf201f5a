package io.stormdrain.notifier.console;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.search.Search;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.health.SmallRyeHealth;
import io.smallrye.health.SmallRyeHealthReporter;
import io.stormdrain.notifier.message.LogText;
import io.stormdrain.notifier.store.Positions;
import jakarta.inject.Singleton;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Asks the service how it is. */
@Singleton
class Abouts {

  private static final String PREFIX = "stormdrain.notifier.";
  private static final String LAG = "kafka.consumer.fetch.manager.records.lag";
  private static final String UP = "UP";

  private final MeterRegistry meters;
  private final SmallRyeHealthReporter health;
  private final Positions positions;
  private final Assets assets;

  Abouts(MeterRegistry meters, SmallRyeHealthReporter health, Positions positions, Assets assets) {
    this.meters = meters;
    this.health = health;
    this.positions = positions;
    this.assets = assets;
  }

  About read() {
    SmallRyeHealth readiness = health.getReadiness();
    JsonObject payload = readiness.getPayload();
    return new About(
        assets.version(),
        UP.equals(payload.getString("status", "")),
        payload.getJsonArray("checks").getValuesAs(JsonObject.class).stream()
            .map(Abouts::check)
            .sorted(Comparator.comparing(About.Check::name))
            .toList(),
        List.of(
            new About.Equation(
                "Records of signals",
                count("consumed", "signals.consumed"),
                List.of(
                    count("read", "signals.read"),
                    count("parked", "signals.parked"),
                    count("repeated", "signals.repeated"))),
            new About.Equation(
                "Deliveries",
                count("enqueued", "deliveries.enqueued"),
                List.of(
                    outcome("sent"),
                    outcome("superseded"),
                    outcome("suppressed"),
                    outcome("dead"),
                    new About.Count("waiting", waiting())))),
        positions());
  }

  private static About.Check check(JsonObject check) {
    JsonObject data = check.getJsonObject("data");
    return new About.Check(
        LogText.line(check.getString("name", "")),
        UP.equals(check.getString("status", "")),
        data == null
            ? List.of()
            : data.entrySet().stream()
                .map(fact -> new About.Fact(LogText.line(fact.getKey()), text(fact.getValue())))
                .toList());
  }

  private static String text(JsonValue value) {
    return LogText.line(value instanceof JsonString text ? text.getString() : value.toString());
  }

  private List<About.Position> positions() {
    Map<TopicPartition, Long> known = QuarkusTransaction.requiringNew().call(positions::all);
    return known.entrySet().stream()
        .map(entry ->
            new About.Position(
                entry.getKey().topic(),
                entry.getKey().partition(),
                entry.getValue(),
                lag(entry.getKey())))
        .sorted(
            Comparator.comparing(About.Position::topic).thenComparingInt(About.Position::partition))
        .toList();
  }

  private @Nullable Long lag(TopicPartition partition) {
    return Search.in(meters)
        .name(LAG)
        .tag("topic", partition.topic())
        .tag("partition", Integer.toString(partition.partition()))
        .meters()
        .stream()
        .flatMap(Abouts::values)
        .filter(value -> !value.isNaN())
        .map(Double::longValue)
        .findFirst()
        .orElse(null);
  }

  private static Stream<Double> values(Meter meter) {
    return meter instanceof Gauge gauge ? Stream.of(gauge.value()) : Stream.empty();
  }

  private About.Count count(String word, String name) {
    return new About.Count(word, sum(Search.in(meters).name(PREFIX + name)));
  }

  private About.Count outcome(String outcome) {
    return new About.Count(
        outcome, sum(Search.in(meters).name(PREFIX + "deliveries").tag("outcome", outcome)));
  }

  private long waiting() {
    return (long)
        Search.in(meters).name(PREFIX + "deliveries.waiting").gauges().stream()
            .mapToDouble(Gauge::value)
            .sum();
  }

  private static long sum(Search found) {
    return (long) found.counters().stream().mapToDouble(Counter::count).sum();
  }
}
