package io.stormdrain.ingest.webhook;

import org.jspecify.annotations.Nullable;

/** Scalingo's webhook notifiers. Nothing is signed. */
final class ScalingoHook implements Hook {
  @Override
  public Proof proof(Delivered delivered, long now) {
    return Proof.UNSIGNED;
  }

  @Override
  public @Nullable Event event(Delivered delivered, Payload payload) {
    String name =
        switch (payload.word("type")) {
          case "app_crashed", "crash", "app_crashed_repeated", "repeated_crash" ->
              "instance.crashed";
          case "app_deployed", "deployment" -> deployment(payload.word("type_data.status"));
          default -> null;
        };
    return name == null
        ? null
        : Event.named(name)
            .process(payload.text("type_data.container_type"))
            .id(payload.text("id"))
            .at(payload.moment("created_at"))
            .tell("native", payload.text("type"))
            .tell("container", payload.text("type_data.container_type"))
            .tell("commit", payload.text("type_data.git_ref"))
            .tell("result", payload.text("type_data.status"))
            .tell("user", payload.text("user.username"))
            .on("scalingo");
  }

  /** Its errors are {@code build-error}, {@code crashed-error}, {@code hook-error}, ... */
  private static String deployment(String status) {
    return status.endsWith("error") || status.equals("aborted")
        ? "deploy.failed"
        : "deploy.succeeded";
  }
}
