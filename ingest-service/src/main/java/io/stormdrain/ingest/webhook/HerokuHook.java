package io.stormdrain.ingest.webhook;

import org.jspecify.annotations.Nullable;

/**
 * Heroku's app webhooks ({@code heroku webhooks:add -i api:release,api:build,dyno}). Of a release
 * the update counts: what is created is pending.
 */
final class HerokuHook implements Hook {
  @Override
  public Proof proof(Delivered delivered, long now) {
    byte[] signature = Signature.ofBase64(delivered.header("Heroku-Webhook-Hmac-SHA256"));
    return Signature.check(delivered.secrets(), Signature.SHA256, signature, delivered.body());
  }

  @Override
  public @Nullable Event event(Delivered delivered, Payload payload) {
    return switch (payload.word("resource")) {
      case "release" -> release(payload);
      case "build" -> build(payload);
      case "dyno" -> dyno(payload);
      default -> null;
    };
  }

  private static @Nullable Event release(Payload payload) {
    String name =
        switch (payload.word("data.status")) {
          case "succeeded" -> "release.created";
          case "failed" -> "release.failed";
          default -> null;
        };
    String version = payload.text("data.version");
    String release = version == null ? null : "v" + version;
    return name == null
        ? null
        : draft(name, payload)
            .process("api")
            .deployment(release)
            .tell("release", release)
            .tell("what", payload.text("data.description"))
            .tell("commit", payload.text("data.slug.commit"))
            .tell("user", payload.first("data.user.email", "actor.email"))
            .on("heroku");
  }

  private static @Nullable Event build(Payload payload) {
    String name =
        switch (payload.word("data.status")) {
          case "succeeded" -> "build.succeeded";
          case "failed" -> "build.failed";
          default -> null;
        };
    return name == null
        ? null
        : draft(name, payload)
            .process("api")
            .tell("build", payload.text("data.id"))
            .tell("commit", payload.text("data.source_blob.version"))
            .tell("stack", payload.text("data.stack"))
            .on("heroku");
  }

  private static @Nullable Event dyno(Payload payload) {
    String name =
        switch (payload.word("data.state")) {
          case "crashed" -> "instance.crashed";
          case "up" -> "instance.up";
          default -> null;
        };
    String version = payload.text("data.release.version");
    return name == null || payload.word("data.type").equals("run")
        ? null
        : draft(name, payload)
            .process(payload.text("data.name"))
            .deployment(version == null ? null : "v" + version)
            .tell("status", payload.text("data.exit_status"))
            .tell("size", payload.text("data.size"))
            .on("heroku");
  }

  private static Event.Draft draft(String name, Payload payload) {
    return Event.named(name)
        .id(payload.first("webhook_metadata.event.id", "id"))
        .at(payload.moment("data.updated_at", "published_at", "created_at"));
  }
}
