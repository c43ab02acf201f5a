package io.stormdrain.ingest.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.stormdrain.ingest.message.Moment;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RenderReasonTest {
  private static final Event CRASHED = event("instance.crashed");

  private static Event event(String name) {
    return Event.named(name)
        .service("backend-api")
        .id("evt-cph1rs3idesc73a2b2mg")
        .at(Moment.ofMillis(1_770_307_201_000L))
        .on("render");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "{\"details\":{\"reason\":{\"nonZeroExit\":1}}} | failure.explained of=instance.crashed reason=\"exited with status 1\"",
        "{\"details\":{\"reason\":{\"failure\":{\"nonZeroExit\":3}}}} | failure.explained of=instance.crashed reason=\"exited with status 3\"",
        "{\"details\":{\"reason\":{\"oomKilled\":{\"memoryLimit\":\"512Mi\"}}}} | instance.oom-killed of=instance.crashed memory=512Mi",
        "{\"details\":{\"reason\":{\"timedOutSeconds\":900,\"timedOutReason\":\"no open port\"}}} | failure.explained of=instance.crashed reason=\"timed out after 900 s: no open port\"",
        "{\"details\":{\"reason\":{\"unhealthy\":\"HTTP 500\"}}} | failure.explained of=instance.crashed reason=\"unhealthy: HTTP 500\"",
        "{\"details\":{\"reason\":{\"evicted\":true,\"evictionReason\":\"disk\"}}} | failure.explained of=instance.crashed reason=\"evicted: disk\"",
        "{\"details\":{\"reason\":{\"evicted\":false,\"earlyExit\":true}}} | failure.explained of=instance.crashed reason=\"exited before it was ready\"",
      })
  void everyReasonIsALineOfTheAppsStory(String answer, String line) throws IOException {
    Event reason = RenderReason.of(CRASHED, answer.getBytes(UTF_8));

    assertThat(reason).isNotNull();
    assertThat(reason.message().text()).hasToString("event=" + line);
    assertThat(reason.voice().service()).isEqualTo("backend-api");
    assertThat(reason.id()).isEqualTo("evt-cph1rs3idesc73a2b2mg.reason");
  }

  @Test
  void whichInstanceOfWhichDeployIsKnownToo() throws IOException {
    String answer =
        "{\"details\":{\"instanceID\":\"srv-c-sbpkm\",\"deployId\":\"dep-1\",\"reason\":{\"nonZeroExit\":1}}}";

    Event reason = RenderReason.of(CRASHED, answer.getBytes(UTF_8));

    assertThat(reason).isNotNull();
    assertThat(reason.voice().process()).isEqualTo("srv-c-sbpkm");
    assertThat(reason.voice().deployment()).isEqualTo("dep-1");
  }

  @Test
  void whereThereIsNoReasonThereIsNoLine() throws IOException {
    assertThat(RenderReason.of(CRASHED, "{\"details\":{}}".getBytes(UTF_8))).isNull();
    assertThatIOException().isThrownBy(() -> RenderReason.of(CRASHED, "<html>".getBytes(UTF_8)));
  }

  @Test
  void onlyFailuresAreAskedAbout() {
    assertThat(RenderReason.isMissing(event("deploy.failed"))).isTrue();
    assertThat(RenderReason.isMissing(event("deploy.succeeded"))).isFalse();
    assertThat(RenderReason.isMissing(Event.named("deploy.failed").on("render"))).isFalse();
  }
}
