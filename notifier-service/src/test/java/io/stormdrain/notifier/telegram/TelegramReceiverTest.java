package io.stormdrain.notifier.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.stormdrain.notifier.Secret;
import io.stormdrain.notifier.delivery.Counterpart;
import io.stormdrain.notifier.delivery.Fault;
import io.stormdrain.notifier.delivery.Outcome;
import io.stormdrain.notifier.delivery.Receiver;
import io.stormdrain.notifier.delivery.Telling;
import io.stormdrain.notifier.incident.Reason;
import io.stormdrain.notifier.message.Notice;
import io.stormdrain.notifier.message.Trouble;
import io.stormdrain.notifier.outgoing.HttpCounterpart;
import io.stormdrain.notifier.outgoing.HttpPost;
import io.stormdrain.notifier.outgoing.HttpReceiverSuite;
import io.stormdrain.notifier.outgoing.ScriptedHttp;
import io.stormdrain.notifier.receiver.Tellings;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class TelegramReceiverTest extends HttpReceiverSuite {

  private static final String TAKEN = "{\"ok\":true,\"result\":{\"message_id\":71}}";
  private static final Pattern TAG = Pattern.compile("</?(?:b|code|a)(?: href=\"[^\"<>]*\")?>");
  private static final Pattern CODE = Pattern.compile("<code>[^<>]*</code>");

  @Override
  protected Counterpart counterpart() {
    return new HttpCounterpart(http, 200, TAKEN);
  }

  @Override
  protected Receiver receiver(HttpPost post) {
    return new TelegramReceiver(
        "telegram",
        Secret.of(http.address("/bot" + SECRET).toString()),
        new TelegramReceiver.Chat("-100123", 5L),
        post,
        InstantSource.system());
  }

  @Test
  void theFirstMessageIsChangedAndRepliedTo() throws IOException {
    http.then(200, TAKEN);
    Outcome.Delivered first = (Outcome.Delivered) tell();
    http.then(400, "{\"ok\":false,\"description\":\"Bad Request: message is not modified\"}");
    receiver.tell(later(Notice.RAISED, Reason.Notice.MESSAGE, first.conversation()));

    assertThat(first.conversation()).isEqualTo("71");
    assertThat(http.requests())
        .extracting(ScriptedHttp.Request::path)
        .containsExactly(
            "/bot" + SECRET + "/sendMessage",
            "/bot" + SECRET + "/editMessageText",
            "/bot" + SECRET + "/sendMessage");
    JsonNode reply = body(2);
    assertThat(reply.at("/reply_parameters/message_id").asInt()).isEqualTo(71);
    assertThat(reply.path("message_thread_id").asInt()).isEqualTo(5);
  }

  @Test
  void whatAReceiverOfAnotherKindCalledAMessageIsNone() {
    http.then(200, TAKEN);
    receiver.tell(telling(Notice.RAISED, false, "C1:1700.1"));

    assertThat(http.requests())
        .extracting(ScriptedHttp.Request::path)
        .containsExactly("/bot" + SECRET + "/sendMessage");
  }

  @Test
  void whereTheMessageIsGoneANewOneTakesItsPlace() {
    http.then(400, "{\"ok\":false,\"description\":\"Bad Request: message to edit not found\"}");
    http.then(200, TAKEN);

    assertThat(receiver.tell(later(Notice.UPDATED, Reason.Notice.EDIT, "7")))
        .isInstanceOfSatisfying(
            Outcome.Delivered.class, told -> assertThat(told.conversation()).isEqualTo("71"));
  }

  @Test
  void aChatThatThereIsNotIsAWrongSetting() {
    http.then(400, "{\"ok\":false,\"description\":\"Bad Request: chat not found\"}");

    assertThat(tell())
        .isInstanceOfSatisfying(
            Outcome.Refused.class,
            refused -> assertThat(refused.fault()).isEqualTo(Fault.NOT_FOUND));
  }

  @Test
  void theTimeInTheBodyIsPassedOn() {
    http.then(429, "{\"ok\":false,\"parameters\":{\"retry_after\":17}}");

    assertThat(tell())
        .isInstanceOfSatisfying(
            Outcome.Retry.class,
            retry -> assertThat(retry.after()).isEqualTo(Duration.ofSeconds(17)));
  }

  @Property(tries = 200)
  void anyLogTextIsValidHtmlWithinTheLimitThatCallsNobody(@ForAll("hostile") Telling telling) {
    String text = TelegramText.of(telling);
    String withoutTags = TAG.matcher(text).replaceAll("");
    String outsideOfCode = CODE.matcher(text.replaceAll("<a href=\"[^\"]*\">", "")).replaceAll("");

    assertThat(text.length()).isLessThanOrEqualTo(TelegramText.LONGEST);
    assertThat(withoutTags).doesNotContain("<", ">");
    assertThat(withoutTags.replaceAll("&(?:amp|lt|gt|quot);", "")).doesNotContain("&");
    assertThat(outsideOfCode).doesNotContain("://");
    assertThat(Pattern.compile("@\\w").matcher(outsideOfCode).find()).isFalse();
  }

  @Property(tries = 100)
  void theFormsForRefusalsAndRepliesAreWithinTheLimit(@ForAll("hostile") Telling telling) {
    assertThat(TelegramText.plain(telling).length()).isBetween(1, TelegramText.LONGEST);
    assertThat(TelegramText.reply(telling).length()).isBetween(1, TelegramText.LONGEST);
  }

  @Provide
  Arbitrary<Telling> hostile() {
    return Tellings.hostile();
  }

  private static Telling later(Notice notice, Reason.Notice form, @Nullable String reference) {
    return Tellings.of(Trouble.crashLoop().message(notice), form, reference);
  }

  private JsonNode body(int request) throws IOException {
    return new JsonMapper().readTree(http.requests().get(request).body());
  }
}
