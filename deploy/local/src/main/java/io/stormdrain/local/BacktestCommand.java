package io.stormdrain.local;

import io.stormdrain.analyzer.classify.Classifier;
import io.stormdrain.local.backtest.BacktestReport;
import io.stormdrain.local.backtest.KeptLines;
import io.stormdrain.local.backtest.Retelling;
import io.stormdrain.local.rules.OwnRules;
import io.stormdrain.local.signatures.OwnSignatures;
import io.stormdrain.notifier.backtest.Backtest;
import io.stormdrain.notifier.threshold.Durations;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./stormdrain rules backtest}. */
@Command(
    name = "backtest",
    description = {
      "Reads the log lines that Kafka still has once more, with the very code of the services, and prints the"
          + " incidents that these rules make of them. Nobody is told, and nothing is changed.",
      "It begins without memory: what had begun before --from is seen as new."
    },
    footer = {
      "",
      "Examples: ./stormdrain rules backtest --from 7d",
      "          ./stormdrain rules backtest --from 7d --against my-rules",
      "          ./stormdrain rules backtest --app shop --from 2026-11-20T06:00:00Z --messages"
    })
final class BacktestCommand implements Callable<Integer> {

  @Spec @Nullable CommandSpec spec;

  @Option(
      names = "--from",
      paramLabel = "TIME",
      defaultValue = "1d",
      description =
          "How long ago to begin, 90m, 12h, 7d, or a time like 2026-11-20T06:00:00Z (1d).")
  String from = "1d";

  @Option(
      names = "--until",
      paramLabel = "TIME",
      description = "Where to end, in the same forms; otherwise now.")
  @Nullable String until;

  @Option(names = "--app", paramLabel = "NAME", description = "Only of this app.")
  @Nullable String app;

  @Option(
      names = "--against",
      paramLabel = "FOLDER",
      description = "Prints how the incidents would differ with the rules of this folder.")
  @Nullable Path against;

  @Option(names = "--messages", description = "Prints each incident's message too.")
  boolean messages;

  @Option(names = "--json", description = "One JSON object per incident, and per difference.")
  boolean json;

  @Mixin OwnRules own = new OwnRules();

  @Mixin OwnSignatures signatures = new OwnSignatures();

  @Mixin KafkaOptions kafka = new KafkaOptions();

  @Override
  public Integer call() {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    Instant now = Instant.now();
    Retelling.Sight sight =
        new Retelling.Sight(time("--from", from, now), until == null ? now : until(now), app);
    List<Backtest> rules = new ArrayList<>();
    rules.add(new Backtest(own.pack().rules()));
    if (against != null) {
      rules.add(new Backtest(OwnRules.pack(against).rules()));
    }
    long lines = retell(sight, rules);
    BacktestReport report = new BacktestReport(out, messages);
    if (json) {
      report.writeJson(rules);
    } else {
      report.write(rules, sight, lines);
    }
    return 0;
  }

  private long retell(Retelling.Sight sight, List<Backtest> rules) {
    Classifier classifier = signatures.classifier();
    long lines = 0;
    try (KeptLines kept = new KeptLines(kafka.settings())) {
      for (TopicPartition partition : kept.partitions()) {
        lines +=
            kept.each(
                partition, sight.from(), offset -> new Retelling(classifier, sight, rules, offset));
      }
    } catch (KafkaException e) {
      throw new StormdrainException("Kafka cannot be read: " + e.getMessage(), e);
    }
    return lines;
  }

  private Instant until(Instant now) {
    return time("--until", Objects.requireNonNull(until), now);
  }

  /** A time, or how long ago; a minus in front of that is what other tools want. */
  private static Instant time(String option, String text, Instant now) {
    try {
      return text.contains("T")
          ? Instant.parse(text)
          : now.minus(Durations.of(text.startsWith("-") ? text.substring(1) : text));
    } catch (DateTimeParseException | IllegalArgumentException e) {
      throw new StormdrainException(
          "%s: expected 90m, 12h, 7d or a time like 2026-11-20T06:00:00Z, got '%s'"
              .formatted(option, text),
          e);
    }
  }
}
