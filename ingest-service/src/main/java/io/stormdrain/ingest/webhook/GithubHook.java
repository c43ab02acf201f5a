package io.stormdrain.ingest.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import io.stormdrain.ingest.source.Platform;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * GitHub's webhooks {@code workflow_run}, {@code workflow_job} and {@code deployment_status}. What
 * fails on another branch than the default one is its author's business: it is told by another
 * name.
 */
final class GithubHook implements Hook {
  private static final String PREFIX = "sha256=";
  private static final String CI = "ci";
  private static final Set<String> FAILURES = Set.of("failure", "timed_out", "startup_failure");

  @Override
  public Proof proof(Delivered delivered, long now) {
    String header = delivered.header("X-Hub-Signature-256");
    String digits =
        header == null || !header.startsWith(PREFIX) ? null : header.substring(PREFIX.length());
    return Signature.check(
        delivered.secrets(), Signature.SHA256, Signature.ofHex(digits), delivered.body());
  }

  @Override
  public @Nullable Event event(Delivered delivered, Payload payload) {
    String kind = delivered.header("X-GitHub-Event");
    return switch (kind == null ? "" : kind) {
      case "workflow_run" -> run(delivered, payload);
      case "workflow_job" -> job(delivered, payload);
      case "deployment_status" -> deployment(delivered, payload);
      default -> null;
    };
  }

  private static @Nullable Event run(Delivered delivered, Payload payload) {
    String conclusion = payload.word("workflow_run.conclusion");
    String outcome = outcome(conclusion);
    if (!payload.word("action").equals("completed") || outcome == null) {
      return null;
    }
    return draft(delivered, payload, name(payload, "workflow_run", outcome))
        .process(CI)
        .deployment(payload.text("workflow_run.head_sha"))
        .at(payload.moment("workflow_run.updated_at"))
        .tell("workflow", payload.text("workflow_run.name"))
        .tell("conclusion", conclusion)
        .tell("branch", payload.text("workflow_run.head_branch"))
        .tell("commit", payload.text("workflow_run.head_sha"))
        .tell("run", payload.first("workflow_run.run_number", "workflow_run.id"))
        .tell("attempt", payload.text("workflow_run.run_attempt"))
        .tell("file", payload.first("workflow.path", "workflow_run.path"))
        .tell("url", payload.text("workflow_run.html_url"))
        .on("github");
  }

  /** A job is worth a line when it failed: it names the step. */
  private static @Nullable Event job(Delivered delivered, Payload payload) {
    String conclusion = payload.word("workflow_job.conclusion");
    if (!payload.word("action").equals("completed") || !FAILURES.contains(conclusion)) {
      return null;
    }
    return draft(delivered, payload, name(payload, "workflow_job", "failed"))
        .process(CI)
        .deployment(payload.text("workflow_job.head_sha"))
        .at(payload.moment("workflow_job.completed_at"))
        .tell("workflow", payload.text("workflow_job.workflow_name"))
        .tell("job", payload.text("workflow_job.name"))
        .tell("step", failedStep(payload))
        .tell("conclusion", conclusion)
        .tell("branch", payload.text("workflow_job.head_branch"))
        .tell("commit", payload.text("workflow_job.head_sha"))
        .tell("url", payload.text("workflow_job.html_url"))
        .on("github");
  }

  private static @Nullable Event deployment(Delivered delivered, Payload payload) {
    String name =
        switch (payload.word("deployment_status.state")) {
          case "success" -> "deploy.succeeded";
          case "failure", "error" -> "deploy.failed";
          case "in_progress" -> "deploy.started";
          default -> null;
        };
    return name == null
        ? null
        : draft(delivered, payload, name)
            .environment(payload.first("deployment_status.environment", "deployment.environment"))
            .deployment(payload.text("deployment.sha"))
            .at(payload.moment("deployment_status.updated_at", "deployment_status.created_at"))
            .tell("commit", payload.text("deployment.sha"))
            .tell("branch", payload.text("deployment.ref"))
            .tell("what", payload.text("deployment_status.description"))
            .tell("url", payload.first("deployment_status.log_url", "deployment_status.target_url"))
            .on("github");
  }

  private static Event.Draft draft(Delivered delivered, Payload payload, String name) {
    // A source of another platform is an app, and this its repository.
    boolean many = delivered.source().platform() == Platform.GITHUB;
    return Event.named(name)
        .service(many ? payload.text("repository.name") : null)
        .id(delivered.header("X-GitHub-Delivery"))
        .tell("repository", payload.text("repository.full_name"));
  }

  private static @Nullable String outcome(String conclusion) {
    if (FAILURES.contains(conclusion)) {
      return "failed";
    }
    return switch (conclusion) {
      case "success" -> "succeeded";
      case "cancelled" -> "cancelled";
      default -> null;
    };
  }

  private static String name(Payload payload, String what, String outcome) {
    String branch = payload.text(what + ".head_branch");
    String main = payload.text("repository.default_branch");
    boolean other = branch != null && main != null && !branch.equals(main);
    return (other ? "ci-branch." : "ci.") + outcome;
  }

  private static @Nullable String failedStep(Payload payload) {
    for (JsonNode step : payload.at("workflow_job.steps")) {
      if (FAILURES.contains(step.path("conclusion").asText())) {
        return step.path("name").asText();
      }
    }
    return null;
  }
}
