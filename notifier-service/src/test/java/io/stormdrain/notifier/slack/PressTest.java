package io.stormdrain.notifier.slack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.stormdrain.notifier.Secret;
import java.net.URLEncoder;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Slack sends when somebody presses a button, and whether it was Slack. */
final class PressTest {

  private static final Secret SECRET = Secret.of("8f742231b10e8888abcd99yyyzzz85a5");

  /** The example of Slack's documentation. */
  private static final String EXAMPLE =
      "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V"
          + "&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect"
          + "&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554"
          + "%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";

  private static final String SIGNATURE =
      "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503";
  private static final Instant THEN = Instant.ofEpochSecond(1_531_420_618);

  @ParameterizedTest
  @CsvSource({
    "0, GENUINE",
    "300, GENUINE",
    "-300, GENUINE",
    "301, OUT_OF_TIME",
    "-301, OUT_OF_TIME"
  })
  void aRequestIsGenuineForFiveMinutesEitherWay(long seconds, SlackSignature.Verdict verdict) {
    assertThat(check(SIGNATURE, "1531420618", EXAMPLE, THEN.plus(Duration.ofSeconds(seconds))))
        .isEqualTo(verdict);
  }

  @Test
  void whatWasChangedIsForged() {
    assertThat(check(SIGNATURE, "1531420618", EXAMPLE + "x", THEN))
        .isEqualTo(SlackSignature.Verdict.FORGED);
    assertThat(check(SIGNATURE, "1531420619", EXAMPLE, THEN))
        .isEqualTo(SlackSignature.Verdict.FORGED);
    assertThat(check("v0=", "1531420618", EXAMPLE, THEN)).isEqualTo(SlackSignature.Verdict.FORGED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "now", "-1", "99999999999999999999", "1531420618 "})
  void aTimeThatIsNoneIsNoSignature(String timestamp) {
    assertThat(check(SIGNATURE, timestamp, EXAMPLE, THEN))
        .isEqualTo(SlackSignature.Verdict.UNSIGNED);
  }

  @Test
  void saysWhoPressedWhat() {
    assertThat(Press.of(form("acknowledge", "INC-17", "ann")))
        .hasValueSatisfying(press -> {
          assertThat(press.button()).isEqualTo(Press.Button.ACKNOWLEDGE);
          assertThat(press.incident()).isEqualTo("INC-17");
          assertThat(press.by()).isEqualTo("ann");
          assertThat(press.id()).isEqualTo("INC-17 acknowledge 1700.5");
          assertThat(press.answerTo()).isEqualTo("https://hooks.slack.com/actions/1");
        });
  }

  @ParameterizedTest
  @CsvSource({"explode, INC-17", "acknowledge, INC-", "acknowledge, '<!channel>'", "resolve, ''"})
  void aButtonThatIsNotOursIsNone(String action, String value) {
    assertThat(Press.of(form(action, value, "ann"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "payload=", "payload=%", "payload={", "payload=[]", "x=1"})
  void aBodyThatIsNotOursIsNone(String body) {
    assertThat(Press.of(body)).isEmpty();
  }

  @Test
  void aNameIsShownOnlyAsText() {
    assertThat(Press.of(form("resolve", "INC-1", "\\u001b[31mann\\u0000")).orElseThrow().by())
        .isEqualTo("ann");
  }

  static String form(String action, String value, String user) {
    String payload =
        """
        {"type":"block_actions","user":{"id":"U1","username":"%s"},
         "response_url":"https://hooks.slack.com/actions/1",
         "actions":[{"action_id":"%s","value":"%s","action_ts":"1700.5"}]}
        """
            .formatted(user, action, value);
    return "payload=" + URLEncoder.encode(payload, UTF_8);
  }

  private static SlackSignature.Verdict check(
      String signature, String timestamp, String body, Instant now) {
    return SlackSignature.check(signature, timestamp, body, SECRET, now);
  }
}
