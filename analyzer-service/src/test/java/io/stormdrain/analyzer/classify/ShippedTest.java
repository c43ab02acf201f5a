package io.stormdrain.analyzer.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

final class ShippedTest {

  @Test
  void everySignatureKeepsTheLawOfTheCatalogue() {
    assertThat(Shipped.classifier().signatures()).hasSizeGreaterThan(60);
  }

  @Test
  void theCatalogueIsReadOnTheSmallStackOfOneMachine() throws InterruptedException {
    AtomicReference<Throwable> fault = new AtomicReference<>();
    Thread reader = new Thread(null, Shipped::classifier, "small", 512 * 1024);
    reader.setUncaughtExceptionHandler((thread, thrown) -> fault.set(thrown));
    reader.start();
    reader.join();
    assertThat(fault).hasNullValue();
  }
}
