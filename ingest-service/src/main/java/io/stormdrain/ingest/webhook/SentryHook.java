package io.stormdrain.ingest.webhook;

import org.jspecify.annotations.Nullable;

/** Sentry's webhooks of an internal integration: issues, and what its alert rules tell. */
final class SentryHook implements Hook {
  @Override
  public Proof proof(Delivered delivered, long now) {
    byte[] signature = Signature.ofHex(delivered.header("Sentry-Hook-Signature"));
    return Signature.check(delivered.secrets(), Signature.SHA256, signature, delivered.body());
  }

  @Override
  public @Nullable Event event(Delivered delivered, Payload payload) {
    String resource = delivered.header("Sentry-Hook-Resource");
    return switch (resource == null ? "" : resource) {
      case "issue" -> issue(delivered, payload);
      case "event_alert" -> alert(delivered, payload);
      case "metric_alert" -> metric(delivered, payload);
      default -> null;
    };
  }

  private static @Nullable Event issue(Delivered delivered, Payload payload) {
    String name =
        switch (payload.word("action")) {
          case "created", "unresolved" -> "issue.triggered";
          case "resolved", "archived" -> "issue.resolved";
          default -> null;
        };
    return name == null
        ? null
        : draft(delivered, name)
            .at(payload.moment("data.issue.lastSeen", "data.issue.firstSeen"))
            .tell("issue", payload.first("data.issue.shortId", "data.issue.id"))
            .tell("title", payload.text("data.issue.title"))
            .tell("culprit", payload.text("data.issue.culprit"))
            .tell("level", payload.text("data.issue.level"))
            .tell("project", payload.first("data.issue.project.slug", "data.issue.project.name"))
            .tell("url", payload.first("data.issue.web_url", "data.issue.permalink"))
            .on("sentry");
  }

  private static Event alert(Delivered delivered, Payload payload) {
    return draft(delivered, "issue.triggered")
        .environment(payload.text("data.event.environment"))
        .deployment(payload.text("data.event.release"))
        .at(payload.moment("data.event.datetime"))
        .tell("issue", payload.text("data.event.issue_id"))
        .tell("title", payload.text("data.event.title"))
        .tell("culprit", payload.text("data.event.culprit"))
        .tell("level", payload.text("data.event.level"))
        .tell("rule", payload.text("data.triggered_rule"))
        .tell("url", payload.text("data.event.web_url"))
        .on("sentry");
  }

  private static Event metric(Delivered delivered, Payload payload) {
    boolean over = payload.word("action").equals("resolved");
    return draft(delivered, over ? "monitor.resolved" : "monitor.triggered")
        .tell("title", payload.text("data.description_title"))
        .tell("what", payload.text("data.description_text"))
        .tell("level", payload.text("action"))
        .tell("url", payload.text("data.web_url"))
        .on("sentry");
  }

  private static Event.Draft draft(Delivered delivered, String name) {
    return Event.named(name).id(delivered.header("Request-ID"));
  }
}
