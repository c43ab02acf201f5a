package io.stormdrain.ingest.webhook;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.stormdrain.ingest.message.Decoding;
import io.stormdrain.ingest.message.Seeds;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** What any platform may tell, by the reader of each, and its signature. */
class HooksFuzzTest {
  private static final List<String> EVENTS = List.of("workflow_run", "workflow_job", "issue");

  static Stream<byte[]> seeds() {
    return Seeds.of("webhook");
  }

  @MethodSource("seeds")
  @FuzzTest
  void everyReaderSurvives(byte[] body) {
    for (String platform : Hooks.all().keySet()) {
      for (String event : EVENTS) {
        Decoding decoding =
            (bytes, limit) ->
                Hooked.of(
                    platform,
                    bytes,
                    Map.of("X-GitHub-Event", event, "Sentry-Hook-Resource", event));
        decoding.survives(body);
      }
    }
  }

  @MethodSource("seeds")
  @FuzzTest
  void nothingIsTakenForSigned(byte[] body) {
    Map<String, String> headers =
        Map.of("X-Hub-Signature-256", "sha256=00", "webhook-signature", "v1,00", "webhook-id", "1");
    Delivered delivered = Hooked.delivered(body, headers, "a-secret-of-its-own");
    Hooks.all()
        .forEach((platform, hook) -> {
          if (hook.proof(delivered, 0) == Proof.SIGNED) {
            throw new AssertionError(platform + " took it for signed");
          }
        });
  }
}
