package io.stormdrain.ingest.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CountTest {
  private static final String DROPPED =
      "Railway rate limit of 500 logs/sec reached for replica, update your application to reduce "
          + "the logging rate. Messages dropped: 50";

  private final Count count = new Count();

  @Test
  void railwaysReportOfALossIsCountedAndWhatFollowsIsMarked() {
    assertThat(count.of(line("before")).afterGap()).isFalse();
    assertThat(count.of(line(DROPPED)).afterGap()).isFalse();
    assertThat(count.of(line("after")).afterGap()).isTrue();
    assertThat(count.lostLines()).isEqualTo(50);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Railway rate limit of 500 logs/sec rea", "Messages dropped: 50", ""})
  void otherLinesAreNoSuchReport(String text) {
    count.of(line(text));

    assertThat(count.lostLines()).isZero();
  }

  @Test
  void aBodyOfWhichNothingIsDecodedIsUndecodable() {
    assertThat(count.isUndecodable()).as("nothing in it").isFalse();

    count.faulty(Fault.SYNTAX);
    assertThat(count.isUndecodable()).isTrue();

    count.of(line("something"));
    assertThat(count.isUndecodable()).isFalse();
  }

  private static Message line(String text) {
    return Message.line(Voice.APP, Text.of(text), Moment.NONE, null);
  }
}
