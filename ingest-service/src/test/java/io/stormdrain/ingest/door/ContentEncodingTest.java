package io.stormdrain.ingest.door;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContentEncodingTest {
  @ParameterizedTest
  @CsvSource({
    ", IDENTITY",
    "'', IDENTITY",
    "Identity, IDENTITY",
    "gzip, GZIP",
    "' GZIP ', GZIP",
    "x-gzip, GZIP",
    "br, UNREADABLE",
    "'gzip, gzip', UNREADABLE",
  })
  void isToldByTheHeader(@Nullable String header, ContentEncoding encoding) {
    assertThat(ContentEncoding.of(header)).isEqualTo(encoding);
  }
}
