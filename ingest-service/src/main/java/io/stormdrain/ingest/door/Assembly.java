package io.stormdrain.ingest.door;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.common.annotation.Identifier;
import io.stormdrain.ingest.IngestConfig;
import io.stormdrain.ingest.line.InFlight;
import io.stormdrain.ingest.line.KafkaLink;
import io.stormdrain.ingest.line.Passage;
import io.stormdrain.ingest.line.Quotas;
import io.stormdrain.ingest.redact.Redactor;
import io.stormdrain.ingest.source.Sources;
import io.stormdrain.ingest.spool.UnusableSpoolException;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Map;

/** Puts the rooms together. */
final class Assembly {

  @Produces
  @Singleton
  KafkaLink kafka(
      @Identifier("default-kafka-broker") Map<String, Object> settings, IngestConfig config) {
    return new KafkaLink(settings, SpoolSettings.of(config).kafkaTime());
  }

  @Produces
  @Singleton
  Fallback fallback(IngestConfig config, KafkaLink kafka) {
    SpoolSettings settings = SpoolSettings.of(config);
    try {
      return settings.fallback(kafka);
    } catch (UnusableSpoolException e) {
      throw new ConfigurationException("spool folder " + e.getMessage());
    }
  }

  @Produces
  @Singleton
  Limits limits(IngestConfig config) {
    return Limits.of(config);
  }

  @Produces
  @Singleton
  IngestMetrics metrics(
      MeterRegistry registry,
      InFlight memory,
      KafkaLink kafka,
      Fallback fallback,
      Sources sources) {
    IngestMetrics metrics = new IngestMetrics(registry);
    metrics.show(memory, kafka, sources);
    SpoolMeters.register(registry, fallback.counts(), fallback.limit());
    metrics.register(sources);
    return metrics;
  }

  @Produces
  @Singleton
  InFlight memory(IngestConfig config) {
    return new InFlight(
        config.maxInFlight().asLongValue(), config.maxInFlightPerSource().asLongValue());
  }

  @Produces
  @Singleton
  Redactor redactor(IngestConfig config) {
    return new Redactor(config.redactEmails(), config.redactAddresses());
  }

  @Produces
  @Singleton
  Dispatch dispatch(KafkaLink kafka, Fallback fallback, InFlight memory, Redactor redactor) {
    return new Dispatch(new Passage.Ways(kafka, fallback.spooling(), memory), redactor);
  }

  @Produces
  @Singleton
  Reception reception(
      IngestConfig config,
      Dispatch dispatch,
      InFlight memory,
      Limits limits,
      IngestMetrics metrics) {
    Quotas quotas = new Quotas(config.linesPerSecond(), config.quotaBurst());
    return new Reception(dispatch, memory, limits, new Shedding(quotas), metrics, new DoorLog());
  }
}
