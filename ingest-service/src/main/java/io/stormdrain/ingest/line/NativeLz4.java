package io.stormdrain.ingest.line;

import net.jpountz.lz4.LZ4Factory;
import org.jboss.logging.Logger;

/**
 * Compression is the largest part of the work that a line makes here. The Kafka client takes the
 * native library, three times as fast as the one in Java, only when its classes come from the
 * system's class loader, which they do not in Quarkus, or when the library was loaded before.
 */
final class NativeLz4 {
  private static final Logger LOG = Logger.getLogger(NativeLz4.class);

  private NativeLz4() {}

  static void load() {
    try {
      LOG.debugf("lz4=%s", LZ4Factory.nativeInstance());
    } catch (LinkageError | AssertionError e) {
      LOG.warnf("lz4 is done in Java, which takes more time: reason=\"%s\"", e.getMessage());
    }
  }
}
