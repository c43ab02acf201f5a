package io.stormdrain.notifier.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.stormdrain.notifier.incident.IncidentState;
import io.stormdrain.notifier.store.IncidentView;
import io.stormdrain.notifier.threshold.Severity;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ComposerTest {

  @Test
  void saysWhatWhereSinceWhenAndHowOften() {
    Message message = Trouble.crashLoop().message(Notice.OPENED);

    assertThat(message.label()).isEqualTo("INC-17");
    assertThat(message.severity()).isEqualTo(Severity.CRITICAL);
    assertThat(message.headline()).startsWith("Critical: web.1 cannot start: module ");
    assertThat(message.where().text()).isEqualTo("shop (production, heroku), web.1");
    assertThat(message.sighting()).isEqualTo("seen 6 times since 2026-02-10 14:03:35 UTC");
    assertThat(message.link()).hasToString("https://stormdrain.example.org/incidents/INC-17");
  }

  @Test
  void namesTheSuspectReleaseWithItsGradeAndNeverAsTheCause() {
    String suspicion = Trouble.crashLoop().message(Notice.OPENED).suspicion();

    assertThat(suspicion)
        .isEqualTo(
            "strong suspect: v43, released 20 s before it was first seen; the release before it is v42");
  }

  @Test
  void listsEachEffectOnceInItsStrongestForm() {
    Message message = Trouble.crashLoop().message(Notice.OPENED);

    assertThat(message.causes()).isEmpty();
    assertThat(message.effects()).containsExactly("Crash loop: web.1 has died 6 times in a row");
  }

  @Test
  void sixMissingModulesAreOneStepAndOneBlockToPaste() {
    Message message = Trouble.crashLoop().message(Notice.OPENED);

    assertThat(message.steps().getFirst().text())
        .isEqualTo(
            "Add … to requirements.txt (it provides the module …) and deploy again; let the build fail when pip fails.");
    assertThat(message.listings()).hasSize(1);
    assertThat(message.listings().getFirst().lines())
        .containsExactly(
            "typer",
            "SQLAlchemy  # sqlalchemy",
            "beautifulsoup4  # bs4",
            "PyJWT  # jwt",
            "langchain",
            "ftfy");
  }

  @Test
  void commandsAreMarkedAsSuch() {
    Message message = Trouble.crashLoop().message(Notice.OPENED);

    assertThat(message.steps().stream().flatMap(step -> step.spans().stream()).filter(Span::code))
        .extracting(Span::text)
        .containsExactly(
            "heroku logs --app shop --dyno web.1 --num 200", "heroku rollback --app shop");
  }

  @Test
  void twentyNineInstallsAreABlockOfTwentyNineLines() {
    Message message = Trouble.dependencyStorm(29).message(Notice.OPENED);

    assertThat(message.severity()).isEqualTo(Severity.MEDIUM);
    assertThat(message.listings().getFirst().lines())
        .hasSize(29)
        .startsWith("package-1")
        .endsWith("package-29");
    assertThat(message.steps()).hasSize(1);
  }

  @Test
  void showsFirstAndLastLogLinesInTheirOrder() {
    Message message = Trouble.dependencyStorm(29).message(Notice.OPENED);

    assertThat(message.evidence())
        .containsExactly(
            "Missing module: module1",
            "Missing module: module2",
            "Missing module: module3",
            "Missing module: module28",
            "Missing module: module29");
  }

  @Test
  void tellsHowItWasResolvedAndHowLongItTook() {
    Trouble trouble =
        Trouble.crashLoop()
            .sees("process.up", "web.1", null, Map.of(), "State changed from starting to up")
            .after(Duration.ofMinutes(6));

    Message message = trouble.message(Notice.RESOLVED);

    assertThat(message.state()).isEqualTo(IncidentState.RESOLVED);
    assertThat(message.headline()).startsWith("Resolved: ");
    assertThat(message.account())
        .isEqualTo("resolved: web.1 recovered and held for 3 min, open for 5 min");
  }

  @Test
  void whatCameAndWentBeforeItCouldBeToldIsOneMessage() {
    Trouble trouble =
        Trouble.crashLoop()
            .sees("process.up", "web.1", null, Map.of(), "State changed from starting to up")
            .after(Duration.ofMinutes(6));

    assertThat(trouble.message(Notice.OPENED_AND_RESOLVED).headline())
        .startsWith("Opened and resolved: ");
  }

  @Test
  void sendsItsReadersToThePageOfTheClass() {
    Message message = Trouble.crashLoop().explained(Notice.OPENED);

    assertThat(message.page())
        .hasToString("https://docs.example.org/stormdrain/classes/missing-module.md");
    assertThat(PlainText.of(message)).contains("More about it: " + message.page() + "\n");
  }

  @Test
  void nothingIsToldOfWhatHappenedAfterTheOccasion() {
    Trouble trouble =
        Trouble.crashLoop()
            .sees("process.up", "web.1", null, Map.of(), "State changed from starting to up")
            .after(Duration.ofMinutes(6));
    IncidentView view = trouble.view();

    Message message =
        new Composer(() -> Trouble.RULES, Links.NONE)
            .compose(view, new Occasion(Notice.OPENED, 1, null, true));

    assertThat(view.incident().state()).isEqualTo(IncidentState.RESOLVED);
    assertThat(message.state()).isEqualTo(IncidentState.OPEN);
    assertThat(message.history()).hasSize(1);
    assertThat(message.link()).isNull();
    assertThat(message.possibleRepeat()).isTrue();
  }

  @Test
  void saysWhoLooksAfterIt() {
    Message message = Trouble.crashLoop().acknowledgedBy("ann").message(Notice.UPDATED);

    assertThat(message.acknowledgedBy()).isEqualTo("ann");
    assertThat(message.account()).isEqualTo("acknowledged by ann");
    assertThat(message.standing()).isEqualTo("critical, acknowledged");
  }

  @Test
  void theHistoryKeepsItsBeginningAndItsEnd() {
    Message message = Trouble.dependencyStorm(48).message(Notice.OPENED);

    assertThat(message.history()).hasSizeLessThanOrEqualTo(8);
    assertThat(message.history().getFirst().text()).startsWith("opened: ");
    assertThat(message.history())
        .last()
        .extracting(Message.Entry::text)
        .asString()
        .contains("raised");
  }
}
