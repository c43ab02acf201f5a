package io.stormdrain.notifier.outgoing;

import static org.assertj.core.api.Assertions.assertThat;

import io.stormdrain.notifier.delivery.Counterpart;
import io.stormdrain.notifier.delivery.Fault;
import io.stormdrain.notifier.delivery.Outcome;
import io.stormdrain.notifier.delivery.Receiver;
import io.stormdrain.notifier.delivery.ReceiverSuite;
import io.stormdrain.notifier.message.Notice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every receiver that speaks HTTP must do beside what all must do. */
public abstract class HttpReceiverSuite extends ReceiverSuite {

  protected final ScriptedHttp http = server();

  /** A receiver that speaks to {@link #http}, over this way out. */
  protected abstract Receiver receiver(HttpPost post);

  @Override
  protected final Receiver receiver(Counterpart to) {
    return receiver(WayOut.post(LIMIT));
  }

  @ParameterizedTest
  @CsvSource({
    "301, REDIRECTED", "302, REDIRECTED", "307, REDIRECTED", "308, REDIRECTED", "400, MALFORMED",
    "401, UNAUTHORIZED", "403, FORBIDDEN", "404, NOT_FOUND", "405, REFUSED", "410, GONE",
    "413, MALFORMED"
  })
  void everyRefusalHasItsFault(int status, Fault fault) {
    http.then(status, "<html>no</html>");

    assertThat(tell())
        .isInstanceOfSatisfying(
            Outcome.Refused.class, refused -> assertThat(refused.fault()).isEqualTo(fault));
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 503, 504, 599})
  void everyTroubleOfTheOtherEndPasses(int status) {
    http.then(status, "<html>sorry</html>");

    assertThat(tell())
        .isInstanceOfSatisfying(
            Outcome.Retry.class, retry -> assertThat(retry.fault()).isEqualTo(Fault.SERVER_ERROR));
  }

  @ParameterizedTest
  @CsvSource({"429, 1", "429, 30", "429, 600", "503, 30"})
  void theTimeThatIsAskedForIsPassedOn(int status, int seconds) {
    limits(status, Integer.toString(seconds));

    assertThat(tell())
        .isInstanceOfSatisfying(
            Outcome.Retry.class,
            retry -> assertThat(retry.after()).isEqualTo(Duration.ofSeconds(seconds)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"soon", "-1", "1e9", "99999999999999999999"})
  void aTimeThatMakesNoSenseIsNone(String header) {
    limits(429, header);

    assertThat(tell())
        .isInstanceOfSatisfying(
            Outcome.Retry.class,
            retry -> {
              assertThat(retry.fault()).isEqualTo(Fault.RATE_LIMITED);
              assertThat(retry.after()).isNull();
            });
  }

  @Test
  void aRedirectIsNotFollowed() {
    http.then(
        new ScriptedHttp.Reply.Answer(
            302, Map.of("Location", http.address("/elsewhere").toString()), ""));
    tell();

    assertThat(http.requests()).hasSize(1);
  }

  /** It would go on for 20 s. */
  @Test
  @Timeout(15)
  void anAnswerThatComesByteByByteIsNotWaitedFor() {
    http.then(new ScriptedHttp.Reply.Dribble());

    assertThat(tell()).isInstanceOf(Outcome.Unknown.class);
  }

  @Test
  void anAnswerThatRepeatsTheRequestDoesNotTellTheSecret() {
    tell();
    ScriptedHttp.Request request = http.requests().getFirst();
    http.then(404, request.path() + " " + request.headers());

    assertThat(tell().toString()).doesNotContain(SECRET);
  }

  @Test
  void whereOthersMayNotGoItDoesNotGo() {
    Receiver fenced =
        receiver(new Outgoing(WayOut.vertx(), List.of()).post(Guard.Trust.STRANGER, LIMIT));

    assertThat(fenced.tell(telling(Notice.OPENED, false, null)))
        .isInstanceOfSatisfying(
            Outcome.Refused.class,
            refused -> assertThat(refused.fault()).isEqualTo(Fault.ADDRESS_REFUSED));
    assertThat(http.requests()).isEmpty();
  }

  private void limits(int status, String header) {
    http.then(new ScriptedHttp.Reply.Answer(status, Map.of("Retry-After", header), ""));
  }

  private static ScriptedHttp server() {
    try {
      return new ScriptedHttp();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
