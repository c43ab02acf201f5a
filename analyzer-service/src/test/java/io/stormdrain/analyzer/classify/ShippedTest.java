package io.stormdrain.analyzer.classify;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ShippedTest {

  @Test
  void everySignatureKeepsTheLawOfTheCatalogue() {
    assertThat(Shipped.classifier().signatures()).hasSizeGreaterThan(60);
  }
}
