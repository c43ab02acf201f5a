package io.stormdrain.notifier.incident;

import static org.assertj.core.api.Assertions.assertThat;

import io.stormdrain.notifier.threshold.AlertRules;
import io.stormdrain.notifier.threshold.RuleText;
import io.stormdrain.notifier.threshold.ShippedRules;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A rule in shadow is noted, told to nobody, and has to do with no other trouble. */
final class ShadowTest {

  @Test
  void whatARuleInShadowWouldTellIsNotedAndNoIncident() {
    Tale tale = new Tale(rules(true)).at(0, "web.1", "queue.full", "mail").calm(60).calm(700);

    assertThat(tale.file().docket().incidents()).isEmpty();
    assertThat(tale.file().docket().transitions()).isEmpty();
    assertThat(tale.file().docket().shadows())
        .extracting(shadow -> shadow.title() + " " + shadow.severity().word())
        .containsExactly("Queue mail of shop is jammed high", "Queue mail of shop is jammed high");
    assertThat(tale.file().docket().shadows().getFirst().over()).isNull();
    assertThat(tale.file().docket().shadows().getLast().over())
        .isEqualTo(Tale.START.plusSeconds(600));
  }

  @Test
  void itIsNotedAgainWhenItComesBack() {
    Tale tale =
        new Tale(rules(true))
            .at(0, "web.1", "queue.full", "mail")
            .calm(700)
            .at(800, "web.1", "queue.full", "mail");

    assertThat(tale.file().docket().shadows().stream().filter(shadow -> shadow.over() == null))
        .hasSize(2);
  }

  @Test
  void itIsNoCauseOfWhatIsTold() {
    Tale told = jammedAndTimedOut(false);
    assertThat(told.only().type()).isEqualTo("queue-jammed");

    Tale shadowed = jammedAndTimedOut(true);
    assertThat(shadowed.only().type()).isEqualTo("boot-timeout");
    assertThat(shadowed.file().docket().members(shadowed.only().id()))
        .extracting(Finding::rule)
        .doesNotContain("queue-jammed");
  }

  @Test
  void aTroubleOutOfTheShadowIsToldFromItsNextSignalOn() {
    Tale shadowed = new Tale(rules(true)).at(0, "web.1", "queue.full", "mail");
    Docket docket = shadowed.file().docket();
    CaseFile after =
        new CaseFile(
            rules(false),
            shadowed.file().story(),
            new Docket(docket.app(), docket.findings(), List.of()),
            3);
    Tale tale = new Tale(after).at(60, "web.1", "queue.full", "mail");

    assertThat(tale.only().type()).isEqualTo("queue-jammed");
  }

  private static Tale jammedAndTimedOut(boolean shadow) {
    return new Tale(rules(shadow))
        .at(0, "web.1", "queue.full", "mail")
        .at(5, "web.1", "boot.timeout", "web.1");
  }

  private static AlertRules rules(boolean shadow) {
    String yaml =
        """
        - id: queue-jammed
          on: [queue.full]
          stage: cause
          key: [subject]
          severity: high
          shadow: %s
          opens: at-once
          resolves: [{quiet: 10m}]
          explains: [boot-timeout]
          title: "Queue {subject} of {app} is jammed"
        """
            .formatted(shadow);
    RuleText text = new RuleText("own.yaml", yaml.getBytes(StandardCharsets.UTF_8));
    return ShippedRules.pack(List.of(text)).rules();
  }
}
