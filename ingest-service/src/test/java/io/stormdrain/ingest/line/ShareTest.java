package io.stormdrain.ingest.line;

import static org.assertj.core.api.Assertions.assertThat;

import io.stormdrain.ingest.line.Share.Admission;
import org.junit.jupiter.api.Test;

class ShareTest {
  private final InFlight all = new InFlight(100, 60);
  private final Share noisy = all.share("noisy");
  private final Share quiet = all.share("quiet");

  @Test
  void aSourceThatHoldsItsShareLeavesRoomForOthers() {
    assertThat(noisy.admit(60)).isEqualTo(Admission.ADMITTED);
    assertThat(noisy.admit(1)).isEqualTo(Admission.SHARE_USED);
    assertThat(quiet.admit(40)).isEqualTo(Admission.ADMITTED);
    assertThat(quiet.admit(1)).isEqualTo(Admission.ALL_USED);
    assertThat(all.bytes()).isEqualTo(100);
  }

  @Test
  void whatWasTurnedAwayHoldsNothing() {
    noisy.admit(61);
    quiet.admit(60);
    noisy.admit(41);

    assertThat(noisy.bytes()).isZero();
    assertThat(all.bytes()).isEqualTo(60);
  }

  @Test
  void whatIsGivenBackCanBeTakenAgain() {
    noisy.admit(50);
    noisy.add(30);
    noisy.release(80);

    assertThat(all.bytes()).isZero();
    assertThat(noisy.admit(60)).isEqualTo(Admission.ADMITTED);
  }

  @Test
  void aSourceHasOneShare() {
    assertThat(all.share("noisy")).isSameAs(noisy).isNotSameAs(quiet);
  }
}
