package io.stormdrain.acceptance;

import org.junit.jupiter.api.Test;

/** What never enters a drain: deployments, crashes and runs that platforms tell of by webhook. */
final class WebhookStoriesTest {

  private static final String HEALTHY = "0s heroku[web.1]: State changed from starting to up";

  private final Stage stage = Stage.shared();

  @Test
  void aDeploymentThatFailedOnRailwayIsToldAndEndsWithTheNextOne() {
    Play play = stage.play("hooked-deploy", HEALTHY);
    OtherDoor door = new OtherDoor(stage, "hooked-deploy");
    door.takes("/hooks/railway", railway("Deployment.failed", "2025-11-21T23:48:42.311Z"));
    play.expectMessages(1).says("deployment of hooked-deploy failed");

    door.takes("/hooks/railway", railway("Deployment.failed", "2025-11-21T23:48:42.311Z"));
    door.takes("/hooks/railway", railway("Deployment.deployed", "2025-11-21T23:58:42.311Z"));
    play.expectMessages(2).says("resolved");
  }

  @Test
  void anInstanceThatWasKilledForItsMemoryIsTold() {
    Play play = stage.play("hooked-memory", HEALTHY);
    OtherDoor door = new OtherDoor(stage, "hooked-memory");
    door.takes("/hooks/railway", railway("Deployment.OomKilled", "2025-11-21T23:48:42.311Z"));
    play.expectMessages(1).says("memory");
  }

  @Test
  void aFailedJobIsToldOnceAndIsOverWhenOneSucceeds() {
    Play play = stage.play("hooked-ci", HEALTHY);
    OtherDoor door = new OtherDoor(stage, "hooked-ci");
    door.takes(
        "/ci/hooked-ci?job=test&code=1&branch=main",
        """
        FAILED tests/test_cart.py::test_total - assert 3 == 4
        =================== 1 failed, 12 passed in 4.20s ===================
        """);
    play.expectMessages(1).says("build of hooked-ci failed");

    door.takes("/ci/hooked-ci?job=test&code=0&branch=main", "13 passed in 4.10s\n");
    play.expectMessages(2).says("resolved");
  }

  private static String railway(String type, String time) {
    return """
    {"type":"%s","details":{"branch":"main","commitHash":"69eec518"},"resource":{"project":{"name":"acme"},\
    "environment":{"name":"production"},"deployment":{"id":"8107edff-4b8e-44fc-b43a-04566e847a2a"}},\
    "severity":"WARNING","timestamp":"%s"}\
    """
        .formatted(type, time);
  }
}
