package io.stormdrain.notifier.slack;

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
import io.stormdrain.notifier.outgoing.HttpCounterpart;
import io.stormdrain.notifier.outgoing.HttpPost;
import io.stormdrain.notifier.outgoing.HttpReceiverSuite;
import io.stormdrain.notifier.outgoing.ScriptedHttp;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BotReceiverTest extends HttpReceiverSuite {

  private static final String POSTED = "{\"ok\":true,\"channel\":\"C1\",\"ts\":\"1700.1\"}";
  private static final String REPLIED = "{\"ok\":true,\"channel\":\"C1\",\"ts\":\"1700.2\"}";

  @Override
  protected Counterpart counterpart() {
    return new SlackApi(http);
  }

  @Override
  protected Receiver receiver(HttpPost post) {
    return new BotReceiver(
        "slack",
        Secret.of("xoxb-" + SECRET),
        "C1",
        http.address("/api/"),
        true,
        post,
        InstantSource.system());
  }

  @Test
  void hasButtonsAsLongAsThereIsSomethingToBeDone() throws Exception {
    tell();

    assertThat(body(0).path("blocks").toString())
        .contains("\"action_id\":\"acknowledge\"", "\"value\":\"INC-17\"");
  }

  @Test
  void postsAFirstMessageAndRemembersIt() throws Exception {
    http.then(200, POSTED);

    assertThat(tell()).isEqualTo(new Outcome.Delivered("C1:1700.1", "C1:1700.1"));
    assertThat(paths()).containsExactly("/api/chat.postMessage");
    assertThat(http.requests().getFirst().headers().get("authorization"))
        .isEqualTo("Bearer xoxb-" + SECRET);
    assertThat(body(0).path("channel").asText()).isEqualTo("C1");
  }

  @Test
  void changesItsMessageInPlaceForAnEdit() throws Exception {
    http.then(200, POSTED);
    Telling edit = later(Notice.UPDATED, Reason.Notice.EDIT);

    assertThat(receiver.tell(edit)).isEqualTo(new Outcome.Delivered("C1:1700.1", null));
    assertThat(paths()).containsExactly("/api/chat.update");
    assertThat(body(0).path("ts").asText()).isEqualTo("1700.1");
    assertThat(body(0).path("blocks").isEmpty()).isFalse();
  }

  @Test
  void tellsTheThreadWhatDeservesAMessage() throws Exception {
    http.then(200, POSTED);
    http.then(200, REPLIED);

    assertThat(receiver.tell(later(Notice.RAISED, Reason.Notice.MESSAGE)))
        .isEqualTo(new Outcome.Delivered("C1:1700.2", null));
    assertThat(paths()).containsExactly("/api/chat.update", "/api/chat.postMessage");
    assertThat(body(1).path("thread_ts").asText()).isEqualTo("1700.1");
    assertThat(body(1).path("reply_broadcast").asBoolean()).isFalse();
    assertThat(body(1).has("blocks")).isFalse();
  }

  @Test
  void tellsTheChannelThatItIsBack() throws Exception {
    http.then(200, POSTED);
    http.then(200, REPLIED);
    receiver.tell(later(Notice.REOPENED, Reason.Notice.MESSAGE));

    assertThat(body(1).path("reply_broadcast").asBoolean()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "message_not_found",
        "cant_update_message",
        "edit_window_closed",
        "is_inactive",
        "block_mismatch"
      })
  void aMessageThatCannotBeChangedIsFollowedByANewOne(String error) {
    http.then(200, "{\"ok\":false,\"error\":\"" + error + "\"}");
    http.then(200, REPLIED);

    assertThat(receiver.tell(later(Notice.RESOLVED, Reason.Notice.MESSAGE)))
        .isEqualTo(new Outcome.Delivered("C1:1700.2", "C1:1700.2"));
    assertThat(paths()).containsExactly("/api/chat.update", "/api/chat.postMessage");
  }

  @Test
  void whatAReceiverOfAnotherKindCalledAMessageIsNone() {
    http.then(200, POSTED);
    Telling other = telling(Notice.RAISED, false, "71");

    assertThat(receiver.tell(other)).isEqualTo(new Outcome.Delivered("C1:1700.1", "C1:1700.1"));
    assertThat(paths()).containsExactly("/api/chat.postMessage");
  }

  @Test
  void aReplyThatFailsIsTriedAgainWithItsUpdate() {
    http.then(200, POSTED);
    http.then(new ScriptedHttp.Reply.Answer(429, Map.of("Retry-After", "3"), ""));

    assertThat(receiver.tell(later(Notice.RESOLVED, Reason.Notice.MESSAGE)))
        .isEqualTo(new Outcome.Retry(Fault.RATE_LIMITED, "429", Duration.ofSeconds(3)));
  }

  @Test
  void whatSlackMayHaveDoneInPartIsUnknown() {
    http.then(200, "{\"ok\":false,\"error\":\"internal_error\"}");

    assertThat(tell()).isInstanceOf(Outcome.Unknown.class);
  }

  @Test
  void anErrorThatNobodyKnowsIsTriedAgain() {
    http.then(200, "{\"ok\":false,\"error\":\"the_moon_is_full\"}");

    assertThat(tell()).isEqualTo(new Outcome.Retry(Fault.UNRECOGNISED, "the_moon_is_full", null));
  }

  @Test
  void whatIsNotSlacksAnswerIsUnknown() {
    http.then(200, "<html>please log in to the hotel's network</html>");

    assertThat(tell()).isInstanceOf(Outcome.Unknown.class);
  }

  private static Telling later(Notice notice, Reason.Notice form) {
    Telling first = telling(notice, false, "C1:1700.1");
    return new Telling(
        first.delivery(), first.message(), form, first.conversation(), first.plain());
  }

  private List<String> paths() {
    return http.requests().stream().map(ScriptedHttp.Request::path).toList();
  }

  private JsonNode body(int request) throws IOException {
    return new JsonMapper().readTree(http.requests().get(request).body());
  }

  /** The other end of the Web API, which says what is wrong in its body. */
  private static final class SlackApi extends HttpCounterpart {

    SlackApi(ScriptedHttp http) {
      super(http, 200, POSTED);
    }

    @Override
    public void refusesForm() {
      error("msg_blocks_too_long");
    }

    @Override
    public List<String> wrongSettings() {
      return List.of(
          "not_in_channel",
          "channel_not_found",
          "is_archived",
          "invalid_auth",
          "token_revoked",
          "account_inactive",
          "missing_scope",
          "restricted_action_read_only_channel");
    }

    @Override
    public void refusesSetting(String way) {
      error(way);
    }

    @Override
    public void limits() {
      error("ratelimited");
    }

    @Override
    public void fails() {
      error("service_unavailable");
    }

    private void error(String word) {
      http.then(200, "{\"ok\":false,\"error\":\"" + word + "\"}");
    }
  }
}
