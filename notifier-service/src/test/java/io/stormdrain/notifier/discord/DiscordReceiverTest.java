package io.stormdrain.notifier.discord;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.stormdrain.notifier.Secret;
import io.stormdrain.notifier.delivery.Counterpart;
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
import java.time.InstantSource;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class DiscordReceiverTest extends HttpReceiverSuite {

  private static final String TAKEN = "{\"id\":\"1234567890123456789\"}";

  @Override
  protected Counterpart counterpart() {
    return new HttpCounterpart(http, 200, TAKEN);
  }

  @Override
  protected Receiver receiver(HttpPost post) {
    return new DiscordReceiver(
        "discord",
        Secret.of(http.address("/api/webhooks/1/" + SECRET).toString()),
        post,
        InstantSource.system());
  }

  @Test
  void theFirstMessageIsChangedAndFollowedByALine() {
    http.then(200, TAKEN);
    Outcome.Delivered first = (Outcome.Delivered) tell();
    receiver.tell(later(Notice.RAISED, Reason.Notice.MESSAGE, first.conversation()));

    assertThat(first.conversation()).isEqualTo("1234567890123456789");
    assertThat(http.requests())
        .extracting(ScriptedHttp.Request::path)
        .containsExactly(
            "/api/webhooks/1/" + SECRET + "?wait=true",
            "/api/webhooks/1/" + SECRET + "/messages/1234567890123456789",
            "/api/webhooks/1/" + SECRET + "?wait=true");
  }

  @Test
  void whereTheMessageIsGoneANewOneTakesItsPlace() {
    http.then(404, "{\"message\":\"Unknown Message\",\"code\":10008}");
    http.then(200, TAKEN);

    assertThat(receiver.tell(later(Notice.UPDATED, Reason.Notice.EDIT, "7")))
        .isInstanceOfSatisfying(
            Outcome.Delivered.class,
            told -> assertThat(told.conversation()).isEqualTo("1234567890123456789"));
  }

  @Test
  void anEditThatIsTooManyIsALimit() {
    http.then(429, "{\"retry_after\":0.64}");

    assertThat(receiver.tell(later(Notice.UPDATED, Reason.Notice.EDIT, "7")))
        .isInstanceOf(Outcome.Retry.class);
  }

  @Property(tries = 200)
  void anyLogTextIsWithinTheLimitsAndCallsNobody(@ForAll("hostile") Telling telling)
      throws IOException {
    JsonNode body = new JsonMapper().readTree(DiscordMessage.of(telling));
    JsonNode embed = body.at("/embeds/0");

    assertThat(body.at("/allowed_mentions/parse").isArray()).isTrue();
    assertThat(body.at("/allowed_mentions/parse")).isEmpty();
    assertThat(embed.path("title").asText().length()).isBetween(1, DiscordMessage.LONGEST_TITLE);
    assertThat(embed.path("description").asText().length())
        .isLessThanOrEqualTo(DiscordMessage.LONGEST_DESCRIPTION);
    assertThat(embed.path("title").asText() + embed.path("description").asText())
        .doesNotContain("://", "@everyone", "@here", "```")
        .doesNotContainPattern("(?<!\\\\)<@")
        .doesNotContainPattern("<[@#]!?[0-9A-Za-z]");
  }

  @Property(tries = 100)
  void anyReplyIsWithinTheLimit(@ForAll("hostile") Telling telling) throws IOException {
    JsonNode body = new JsonMapper().readTree(DiscordMessage.reply(telling));

    assertThat(body.path("content").asText().length()).isBetween(1, DiscordMessage.LONGEST_CONTENT);
  }

  @Provide
  Arbitrary<Telling> hostile() {
    return Tellings.hostile();
  }

  private static Telling later(Notice notice, Reason.Notice form, @Nullable String reference) {
    return Tellings.of(Trouble.crashLoop().message(notice), form, reference);
  }
}
