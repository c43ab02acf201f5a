package io.stormdrain.analyzer.stream;

import net.jpountz.lz4.LZ4Factory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lines come compressed. The Kafka client takes the native library, three times as fast as the one
 * in Java, only when its classes come from the system's class loader, which they do not in Quarkus,
 * or when the library was loaded before.
 */
final class NativeLz4 {

  private static final Logger LOG = LoggerFactory.getLogger(NativeLz4.class);

  private NativeLz4() {}

  static void load() {
    try {
      LOG.debug("lz4={}", LZ4Factory.nativeInstance());
    } catch (LinkageError | AssertionError e) {
      LOG.warn("lz4 is done in Java, which takes more time: {}", e.getMessage());
    }
  }
}
