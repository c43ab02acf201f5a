package io.stormdrain.ingest.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Render's webhooks, which follow Standard Webhooks: signed are the id, the time of the attempt and
 * the body. Why something failed stands in Render's own API alone.
 */
final class RenderHook implements Hook {
  private static final long TOLERANCE = Duration.ofMinutes(5).toMillis();
  private static final String VERSION = "v1,";

  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("build_started", "build.started"),
          Map.entry("deploy_started", "deploy.started"),
          Map.entry("server_failed", "instance.crashed"),
          Map.entry("server_available", "instance.up"),
          Map.entry("server_restarted", "instance.restarted"),
          Map.entry("server_hardware_failure", "platform.failed"),
          Map.entry("image_pull_failed", "image.failed"),
          Map.entry("service_suspended", "service.suspended"),
          Map.entry("service_resumed", "service.resumed"),
          Map.entry("postgres_unavailable", "database.unavailable"),
          Map.entry("key_value_unhealthy", "database.unavailable"));

  /** Of these {@code data.status} says how they ended. */
  private static final Map<String, String> ENDS =
      Map.of(
          "build_ended", "build",
          "deploy_ended", "deploy",
          "pre_deploy_ended", "predeploy",
          "cron_job_run_ended", "job",
          "job_run_ended", "job");

  @Override
  public Proof proof(Delivered delivered, long now) {
    String id = delivered.header("webhook-id");
    String time = delivered.header("webhook-timestamp");
    if (delivered.secrets().isEmpty()) {
      return Proof.UNSIGNED;
    }
    if (id == null || time == null) {
      return Proof.FORGED;
    }
    byte[] opening = (id + '.' + time + '.').getBytes(UTF_8);
    boolean signed =
        signatures(delivered)
            .anyMatch(signature ->
                Signature.check(
                        delivered.secrets(), Signature.SHA256, signature, opening, delivered.body())
                    == Proof.SIGNED);
    if (!signed) {
      return Proof.FORGED;
    }
    return isNow(time, now) ? Proof.SIGNED : Proof.STALE;
  }

  /** One for each secret that is valid. */
  private static Stream<byte[]> signatures(Delivered delivered) {
    String header = delivered.header("webhook-signature");
    return Arrays.stream((header == null ? "" : header).split(" ", 10))
        .filter(signature -> signature.startsWith(VERSION))
        .map(signature -> Signature.ofBase64(signature.substring(VERSION.length())));
  }

  private static boolean isNow(String time, long now) {
    try {
      return Math.abs(now - Math.multiplyExact(Long.parseLong(time), 1000L)) <= TOLERANCE;
    } catch (NumberFormatException | ArithmeticException e) {
      return false;
    }
  }

  @Override
  public @Nullable Event event(Delivered delivered, Payload payload) {
    String type = payload.word("type");
    String ended = ENDS.get(type);
    String name = ended == null ? NAMES.get(type) : ended(ended, payload.word("data.status"));
    String id = payload.text("data.id");
    return name == null
        ? null
        : Event.named(name)
            .service(payload.text("data.serviceName"))
            .id(id == null ? delivered.header("webhook-id") : id)
            .at(payload.moment("timestamp"))
            .tell("native", type)
            .tell("service", payload.text("data.serviceId"))
            .on("render");
  }

  private static @Nullable String ended(String what, String status) {
    return switch (status) {
      case "succeeded", "failed" -> what + '.' + status;
      case "canceled" -> what + ".cancelled";
      default -> null;
    };
  }
}
