package io.stormdrain.ingest.webhook;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Railway's project webhooks, in the shape they have had since November 2025 and in the one before.
 * Nothing is signed. The outcome is in {@code type}, in letters of any case: {@code details.status}
 * says SUCCESS of a failed deployment too.
 */
final class RailwayHook implements Hook {
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("deployment.building", "build.started"),
          Map.entry("deployment.deploying", "deploy.started"),
          Map.entry("deployment.deployed", "deploy.succeeded"),
          Map.entry("deployment.redeployed", "deploy.succeeded"),
          Map.entry("deployment.failed", "deploy.failed"),
          Map.entry("deployment.crashed", "instance.crashed"),
          Map.entry("deployment.oomkilled", "instance.oom-killed"),
          Map.entry("deployment.restarted", "instance.restarted"),
          Map.entry("deployment.slept", "instance.slept"),
          Map.entry("deployment.resumed", "instance.resumed"),
          Map.entry("deployment.removed", "deploy.removed"),
          Map.entry("volumealert.triggered", "volume.triggered"),
          Map.entry("volumealert.resolved", "volume.resolved"),
          Map.entry("monitor.triggered", "monitor.triggered"),
          Map.entry("monitor.resolved", "monitor.resolved"));

  private static final Map<String, String> OLD_STATUS =
      Map.of(
          "building", "build.started",
          "deploying", "deploy.started",
          "success", "deploy.succeeded",
          "failed", "deploy.failed",
          "crashed", "instance.crashed",
          "removed", "deploy.removed");

  @Override
  public Proof proof(Delivered delivered, long now) {
    return Proof.UNSIGNED;
  }

  @Override
  public @Nullable Event event(Delivered delivered, Payload payload) {
    String type = payload.word("type");
    boolean old = type.equals("deploy");
    String name = old ? OLD_STATUS.get(payload.word("status")) : NAMES.get(type);
    String resource = old ? "" : "resource.";
    String details = old ? "deployment.meta." : "details.";
    String deployment = payload.text(resource + "deployment.id");
    return name == null
        ? null
        : Event.named(name)
            .service(payload.text(resource + "service.name"))
            .environment(payload.text(resource + "environment.name"))
            .deployment(deployment)
            .id(id(type, deployment, payload))
            .at(payload.moment("timestamp"))
            .tell("native", payload.first(old ? "status" : "type"))
            .tell("commit", payload.text(details + "commitHash"))
            .tell("branch", payload.text(details + "branch"))
            .tell("author", payload.text(details + "commitAuthor"))
            .tell("what", payload.text(details + "commitMessage"))
            .tell("project", payload.text(resource + "project.name"))
            .on("railway");
  }

  /** It has no name of its own: what makes it this one is the same each time. */
  private static @Nullable String id(String type, @Nullable String deployment, Payload payload) {
    String time = payload.text("timestamp");
    String said = type.equals("deploy") ? type + '.' + payload.word("status") : type;
    return time == null
        ? null
        : (said + '/' + (deployment == null ? "" : deployment) + '/' + time)
            .toLowerCase(Locale.ROOT);
  }
}
