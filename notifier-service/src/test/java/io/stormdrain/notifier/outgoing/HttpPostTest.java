package io.stormdrain.notifier.outgoing;

import static org.assertj.core.api.Assertions.assertThat;

import io.stormdrain.notifier.delivery.Fault;
import io.stormdrain.notifier.delivery.Outcome;
import io.stormdrain.notifier.outgoing.HttpPost.Reply;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class HttpPostTest {

  private static final Duration LIMIT = Duration.ofSeconds(5);

  private final ScriptedHttp http = new ScriptedHttp();
  private final HttpPost post = WayOut.post(LIMIT);

  HttpPostTest() throws IOException {}

  @AfterEach
  void stop() {
    http.close();
  }

  @Test
  void anAddressThatMayNotBeReachedIsNotSpokenTo() {
    HttpPost strict = new Outgoing(WayOut.vertx(), List.of()).post(Guard.Trust.STRANGER, LIMIT);

    assertThat(strict.send(http.address("/hook"), Map.of(), "{}"))
        .isEqualTo(
            new Reply.Failed(
                new Outcome.Refused(
                    Fault.ADDRESS_REFUSED, "the address is not public and not allowed")));
    assertThat(http.requests()).isEmpty();
  }

  @Test
  void aRedirectToAnotherAddressIsNotFollowed() {
    http.then(
        new ScriptedHttp.Reply.Answer(
            307, Map.of("Location", "http://169.254.169.254/latest"), ""));

    assertThat(((Reply.Answer) post.send(http.address("/hook"), Map.of(), "{}")).status())
        .isEqualTo(307);
    assertThat(http.requests()).hasSize(1);
  }

  @Test
  void theServerLearnsTheNameItIsAskedForBy() {
    URI named = URI.create("http://localhost:" + http.address("/").getPort() + "/hook?thread_id=1");
    post.send(named, Map.of("X-Of-Ours", "1"), "{\"a\":1}");

    ScriptedHttp.Request request = http.requests().getFirst();
    assertThat(request.path()).isEqualTo("/hook?thread_id=1");
    assertThat(request.headers())
        .containsEntry("host", "localhost:" + named.getPort())
        .containsEntry("x-of-ours", "1")
        .containsEntry("content-type", "application/json; charset=utf-8")
        .containsEntry("connection", "close");
    assertThat(request.body()).isEqualTo("{\"a\":1}");
  }

  @Test
  void anAnswerDoesNotRepeatOurSecrets() {
    http.then(404, "Cannot POST /services/T0/s3cr3t-path?key=s3cr3t-key with s3cr3t-token");

    Reply.Answer answer =
        (Reply.Answer)
            post.send(
                http.address("/services/T0/s3cr3t-path?key=s3cr3t-key"),
                Map.of("Authorization", "Bearer s3cr3t-token"),
                "{}");

    assertThat(answer.body()).startsWith("Cannot POST").doesNotContain("s3cr3t");
  }

  @Test
  void aHostThatNobodyKnowsHasNotGotIt() {
    assertThat(post.send(URI.create("http://nobody.invalid/"), Map.of(), "{}"))
        .isEqualTo(
            new Reply.Failed(new Outcome.Retry(Fault.UNREACHABLE, "host name not known", null)));
  }

  @Test
  void aServerThatDoesNotSpeakTlsHasNotGotIt() {
    URI encrypted = URI.create("https://127.0.0.1:" + http.address("/").getPort() + "/");

    assertThat(post.send(encrypted, Map.of(), "{}"))
        .isInstanceOfSatisfying(
            Reply.Failed.class,
            failed -> assertThat(failed.outcome()).isInstanceOf(Outcome.Retry.class));
    assertThat(http.requests()).isEmpty();
  }
}
