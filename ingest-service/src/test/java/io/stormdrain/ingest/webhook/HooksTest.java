package io.stormdrain.ingest.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.stormdrain.ingest.message.Decoding;
import io.stormdrain.ingest.message.Message;
import io.stormdrain.ingest.message.Moment;
import io.stormdrain.ingest.message.Origin;
import io.stormdrain.ingest.message.Voice;
import java.net.URLEncoder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each platform tells, in the words that are the same for all. */
class HooksTest {

  @Test
  void herokuTellsOfReleasesBuildsAndDynos() {
    assertThat(text("heroku", "heroku-release.json"))
        .isEqualTo(
            "event=release.created release=v43 what=\"Deploy 69eec518\" commit=69eec518"
                + " user=dev@example.com");
    assertThat(text("heroku", "heroku-build.json"))
        .isEqualTo("event=build.failed build=b1 commit=69eec518 stack=heroku-24");
    Message dyno = only("heroku", "heroku-dyno.json");
    assertThat(dyno.text()).hasToString("event=instance.crashed status=137 size=Basic");
    assertThat(dyno.voice())
        .isEqualTo(new Voice(Origin.PLATFORM, "heroku", null, "web.1", null, "v43"));
    assertThat(dyno.moment()).isEqualTo(moment("2026-02-05T16:02:00Z"));
    assertThat(dyno.id()).isEqualTo("d0f9c1b4");
  }

  @Test
  void ofARailwayDeploymentTheTypeCountsAndNotTheStatus() {
    Message failed = only("railway", "railway-failed.json");

    assertThat(failed.text())
        .hasToString(
            "event=deploy.failed native=Deployment.failed commit=69eec518 branch=main author=dev"
                + " what=\"Fix the 'cart' for good\" project=gatewayz");
    assertThat(failed.voice())
        .isEqualTo(
            new Voice(
                Origin.PLATFORM,
                "railway",
                "health-service",
                null,
                "production",
                "8107edff-4b8e-44fc-b43a-04566e847a2a"));
    assertThat(failed.id())
        .isEqualTo(
            "deployment.failed/8107edff-4b8e-44fc-b43a-04566e847a2a/2025-11-21t23:48:42.311z");
  }

  @Test
  void railwaysAlertsMayNameNothing() {
    Message killed = only("railway", "railway-oom.json");

    assertThat(killed.text())
        .hasToString("event=instance.oom-killed native=Deployment.OomKilled project=gatewayz");
    assertThat(killed.voice().service()).isNull();
  }

  @Test
  void railwaysOldShapeIsUnderstood() {
    Message crashed = only("railway", "railway-old.json");

    assertThat(crashed.text().toString())
        .startsWith("event=instance.crashed native=CRASHED commit=69eec518 branch=main");
    assertThat(crashed.voice().service()).isEqualTo("health-service");
    assertThat(crashed.voice().deployment()).isEqualTo("8107edff");
  }

  @Test
  void renderTellsNoReason() {
    Message failed = only("render", "render-server-failed.json");

    assertThat(failed.text())
        .hasToString(
            "event=instance.crashed native=server_failed service=srv-cukouhrtq21c73e9scng");
    assertThat(failed.voice().service()).isEqualTo("backend-api");
    assertThat(failed.id()).isEqualTo("evt-cph1rs3idesc73a2b2mg");
    assertThat(text("render", "render-deploy-ended.json")).startsWith("event=deploy.failed ");
  }

  @Test
  void githubTellsOfRunsJobsAndDeployments() {
    assertThat(text("github", "github-run.json", "X-GitHub-Event", "workflow_run"))
        .startsWith(
            "event=ci.failed repository=octo-org/octo-repo workflow=heroku-container-deploy"
                + " conclusion=failure branch=main commit=3484a3fb816e");
    assertThat(text("github", "github-job.json", "X-GitHub-Event", "workflow_job"))
        .contains("event=ci.failed", "job=test step=\"Run alembic upgrade head\"");
    Message deployment =
        only("github", "github-deployment.json", "X-GitHub-Event", "deployment_status");
    assertThat(deployment.event()).isEqualTo("deploy.failed");
    assertThat(deployment.voice().environment()).isEqualTo("production");
  }

  @Test
  void githubsFormIsReadToo() {
    String form = "payload=" + URLEncoder.encode(body("github-run.json"), UTF_8);
    Message message =
        Hooked.all("github", form.getBytes(UTF_8), Map.of("X-GitHub-Event", "workflow_run"))
            .getFirst();

    assertThat(message.event()).isEqualTo("ci.failed");
  }

  @Test
  void aRunOnAnotherBranchIsItsAuthorsBusiness() {
    String run =
        body("github-run.json").replace("\"head_branch\":\"main\"", "\"head_branch\":\"x\"");

    assertThat(Hooked.all("github", run.getBytes(UTF_8), Map.of("X-GitHub-Event", "workflow_run")))
        .extracting(Message::event)
        .containsExactly("ci-branch.failed");
  }

  @Test
  void sentryAndScalingoTellTheirs() {
    assertThat(text("sentry", "sentry-issue.json", "Sentry-Hook-Resource", "issue"))
        .isEqualTo(
            "event=issue.triggered issue=SHOP-2 title=\"ReferenceError: blooopy is not defined\""
                + " culprit=?(runner) level=error project=shop");
    assertThat(text("scalingo", "scalingo-crashed.json"))
        .isEqualTo("event=instance.crashed native=app_crashed container=web");
  }

  @ParameterizedTest
  @CsvSource({
    "heroku, '{\"resource\":\"release\",\"data\":{\"status\":\"pending\"}}'",
    "heroku, '{\"resource\":\"collaborator\"}'",
    "railway, '{\"type\":\"Deployment.queued\"}'",
    "render, '{\"type\":\"autoscaling_started\"}'",
    "github, '{\"zen\":\"Design for failure.\"}'",
    "sentry, '{}'",
    "scalingo, '{\"type\":\"new_user\"}'",
  })
  void whatNobodyHasToKnowIsNoLine(String platform, String body) {
    HookMessages messages = Hooked.of(platform, body.getBytes(UTF_8), Map.of());

    assertThat(messages.next()).isNull();
    assertThat(messages.tally().faults()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"heroku, not json", "railway, '[1]'", "render, '{\"type\":'", "github, payload=%zz"})
  void whatCannotBeReadIsKept(String platform, String body) {
    HookMessages messages = Hooked.of(platform, body.getBytes(UTF_8), Map.of());
    Message kept = messages.next();

    assertThat(kept).isNotNull();
    assertThat(kept.raw()).isTrue();
    assertThat(kept.text()).hasToString(body);
    assertThat(messages.tally().isUndecodable()).isTrue();
  }

  @Test
  void survivesMutations() {
    Hooks.all()
        .keySet()
        .forEach(platform -> {
          Decoding decoding =
              (body, limit) -> Hooked.of(platform, body, Map.of("X-GitHub-Event", "workflow_run"));
          decoding.survives(body("railway-failed.json").getBytes(UTF_8), "{}[]\",:\\0 ", 500);
          decoding.survives(body("github-job.json").getBytes(UTF_8), "{}[]\",:\\0 ", 500);
        });
  }

  private static Message only(String platform, String fixture, String... headers) {
    Map<String, String> all = headers.length == 0 ? Map.of() : Map.of(headers[0], headers[1]);
    List<Message> messages = Hooked.all(platform, Decoding.fixture("webhook/" + fixture), all);
    assertThat(messages).hasSize(1);
    return messages.getFirst();
  }

  private static String text(String platform, String fixture, String... headers) {
    return only(platform, fixture, headers).text().toString();
  }

  private static String body(String fixture) {
    return new String(Decoding.fixture("webhook/" + fixture), UTF_8);
  }

  private static Moment moment(String time) {
    return Moment.ofMillis(Instant.parse(time).toEpochMilli());
  }
}
