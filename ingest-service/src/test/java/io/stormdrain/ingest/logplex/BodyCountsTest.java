package io.stormdrain.ingest.logplex;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BodyCountsTest {
  @ParameterizedTest
  @CsvSource({"2, false", "3, true", "1, true", "0, true", "two, true", "'', true", ", false"})
  void anAnnouncedNumberOfFramesIsHeldAgainstTheBody(@Nullable String announced, boolean wrong) {
    FrameHeaders headers = FrameHeaders.of("Logplex/v72", null, announced, null, null);

    BodyCounts counts = Decoded.of(Decoded.fixture("a-ordinary"), headers).counts();

    assertThat(counts.isMiscounted()).isEqualTo(wrong);
  }

  @Test
  void theReportOfALossIsCountedAsAFrame() {
    FrameHeaders headers = FrameHeaders.of("Logplex/v72", "d.fc6b", "2", null, null);

    assertThat(Decoded.of(Decoded.fixture("b-after-loss"), headers).counts().isMiscounted())
        .isFalse();
  }

  @Test
  void lossesThatOnlyHeadersTellAreCountedAndMarked() {
    FrameHeaders headers = FrameHeaders.of("log-shuttle/0.22.0", null, "2", "3", "4");

    Decoded body = Decoded.of(Decoded.fixture("a-ordinary"), headers);

    assertThat(body.counts().lostLines()).isEqualTo(7);
    assertThat(body.lines()).extracting(Decoded.Line::flags).containsExactly("g", "g");
  }

  @Test
  void unreadableHeadersTellNothing() {
    FrameHeaders headers = FrameHeaders.of("log-shuttle/0.22.0", null, "2", "many", "-4");

    Decoded body = Decoded.of(Decoded.fixture("a-ordinary"), headers);

    assertThat(body.counts().lostLines()).isZero();
  }
}
