package io.stormdrain.notifier.message;

import static io.stormdrain.notifier.incident.IncidentState.OPEN;
import static io.stormdrain.notifier.incident.IncidentState.RESOLVED;
import static org.assertj.core.api.Assertions.assertThat;

import io.stormdrain.notifier.incident.Reason;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class NoticeTest {

  @Test
  void whoWasToldNothingLearnsThatItBegan() {
    assertThat(Notice.of(false, Set.of(Reason.OPENED, Reason.RAISED), OPEN))
        .isEqualTo(Notice.OPENED);
  }

  @Test
  void whoWasToldNothingLearnsOfBeginningAndEndAtOnce() {
    assertThat(Notice.of(false, Set.of(Reason.OPENED, Reason.RESOLVED), RESOLVED))
        .isEqualTo(Notice.OPENED_AND_RESOLVED);
  }

  @Test
  void ofWhatCameBackAndWentAgainTheEndIsTold() {
    assertThat(Notice.of(true, Set.of(Reason.REOPENED, Reason.RESOLVED), RESOLVED))
        .isEqualTo(Notice.RESOLVED);
  }

  @Test
  void ofWhatWentAndCameBackTheReturnIsTold() {
    assertThat(Notice.of(true, Set.of(Reason.RESOLVED, Reason.REOPENED), OPEN))
        .isEqualTo(Notice.REOPENED);
  }

  @Test
  void somethingNewOfAResolvedIncidentIsAnUpdate() {
    assertThat(Notice.of(true, Set.of(Reason.SEEN_AGAIN), RESOLVED)).isEqualTo(Notice.UPDATED);
  }

  @Test
  void gettingWorseIsTold() {
    assertThat(Notice.of(true, Set.of(Reason.EFFECT_SEEN, Reason.RAISED), OPEN))
        .isEqualTo(Notice.RAISED);
  }
}
