package io.stormdrain.ingest.door;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.stormdrain.ingest.line.KafkaLink;
import io.stormdrain.ingest.spool.Spool;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** What begins when the service opens: the way to Kafka, and the spool beside it. */
@Singleton
final class Opening {
  private static final Logger LOG = Logger.getLogger(Opening.class);

  private final KafkaLink kafka;
  private final Fallback fallback;

  Opening(KafkaLink kafka, Fallback fallback) {
    this.kafka = kafka;
    this.fallback = fallback;
  }

  void open(@Observes StartupEvent started) {
    kafka.open();
    Spool spool = fallback.spool();
    if (spool != null) {
      spool.open();
      LOG.infof("spool lines=%d bytes=%d", spool.counts().waiting(), spool.counts().bytes());
    }
  }

  void close(@Observes ShutdownEvent stopped) {
    Spool spool = fallback.spool();
    if (spool != null) {
      spool.close();
    }
    kafka.close();
  }
}
