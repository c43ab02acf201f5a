package io.stormdrain.notifier.pagerduty;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.stormdrain.notifier.Secret;
import io.stormdrain.notifier.Settings;
import io.stormdrain.notifier.announcement.Announcement;
import io.stormdrain.notifier.announcement.ReleaseListener;
import io.stormdrain.notifier.delivery.Counterpart;
import io.stormdrain.notifier.delivery.Outcome;
import io.stormdrain.notifier.delivery.Receiver;
import io.stormdrain.notifier.delivery.Setup;
import io.stormdrain.notifier.delivery.Telling;
import io.stormdrain.notifier.incident.Reason;
import io.stormdrain.notifier.message.Message;
import io.stormdrain.notifier.message.Notice;
import io.stormdrain.notifier.message.Trouble;
import io.stormdrain.notifier.outgoing.HttpCounterpart;
import io.stormdrain.notifier.outgoing.HttpPost;
import io.stormdrain.notifier.outgoing.HttpReceiverSuite;
import io.stormdrain.notifier.outgoing.WayOut;
import io.stormdrain.notifier.receiver.Means;
import io.stormdrain.notifier.receiver.Poster;
import io.stormdrain.notifier.receiver.Tellings;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

final class PagerReceiverTest extends HttpReceiverSuite {

  @Override
  protected Counterpart counterpart() {
    return new HttpCounterpart(http, 202, "{\"status\":\"success\",\"dedup_key\":\"x\"}");
  }

  @Override
  protected Receiver receiver(HttpPost post) {
    Secret address = Secret.of(http.address("/v2/enqueue").toString());
    return new PagerReceiver(
        "pager",
        Secret.of(SECRET),
        poster(address, post),
        poster(PagerEntry.changes(address), post));
  }

  private static Poster poster(Secret to, HttpPost post) {
    return new Poster(to, post, InstantSource.system());
  }

  @Test
  void anIncidentIsTriggeredAcknowledgedAndResolvedUnderOneKey() throws IOException {
    tell();
    receiver.tell(edit(Trouble.crashLoop().acknowledgedBy("ann").message(Notice.UPDATED)));

    JsonNode opened = body(0);
    assertThat(opened.path("event_action").asText()).isEqualTo("trigger");
    assertThat(opened.path("routing_key").asText()).isEqualTo(SECRET);
    assertThat(opened.at("/payload/severity").asText()).isEqualTo("critical");
    assertThat(opened.at("/payload/source").asText()).isEqualTo("shop");
    assertThat(opened.at("/links/0/href").asText()).endsWith("/incidents/INC-17");
    assertThat(body(1).path("event_action").asText()).isEqualTo("acknowledge");
    assertThat(body(1).path("dedup_key").asText()).isEqualTo(opened.path("dedup_key").asText());
    assertThat(body(1).has("payload")).isFalse();
  }

  @Test
  void aChangeThatPagerDutyHasNoWordForIsNotSent() {
    receiver.tell(edit(Trouble.crashLoop().message(Notice.UPDATED)));

    assertThat(http.requests()).isEmpty();
  }

  @Test
  void aReleaseIsAChangeEventAtItsOwnAddress() throws IOException {
    Announcement release =
        new Announcement(
            "shop",
            "heroku",
            "production",
            "v43",
            Instant.parse("2026-02-10T14:03:00Z"),
            "Release v43 created by user ann@example.org",
            false);

    assertThat(((ReleaseListener) receiver).announce(release))
        .isInstanceOf(Outcome.Delivered.class);
    assertThat(http.requests().getFirst().path()).isEqualTo("/v2/change/enqueue");
    assertThat(body(0))
        .isEqualTo(
            new JsonMapper()
                .readTree(
                    """
                    {"routing_key": "%s",
                     "payload": {
                       "summary": "shop: release v43",
                       "timestamp": "2026-02-10T14:03:00Z",
                       "source": "shop",
                       "custom_details": {
                         "release": "v43", "platform": "heroku", "environment": "production",
                         "line": "Release v43 created by user ann@example.org"}}}
                    """
                        .formatted(SECRET)));
  }

  @Test
  void anAddressThatHasNoneBesideItForChangesIsNotTaken() {
    Setup setup =
        new PagerEntry(Secret.of("key"), Secret.of("https://example.org/elsewhere"))
            .setup(
                "pager",
                new Means(
                    Settings.of(Map.of()),
                    WayOut.vertx(),
                    WayOut.outgoing(),
                    InstantSource.system()));

    assertThat(setup).isInstanceOf(Setup.Incomplete.class);
  }

  @Property(tries = 200)
  void anyLogTextIsWithinTheLimits(@ForAll("hostile") Telling telling) throws IOException {
    String event = PageEvent.of(telling, PageEvent.Action.TRIGGER, Secret.of("k"));
    JsonNode read = new JsonMapper().readTree(event);

    assertThat(event.getBytes(UTF_8).length).isLessThan(512 * 1024);
    assertThat(read.at("/payload/summary").asText().length())
        .isBetween(1, PageEvent.LONGEST_SUMMARY);
    assertThat(read.path("dedup_key").asText()).hasSizeLessThanOrEqualTo(255);
  }

  @Provide
  Arbitrary<Telling> hostile() {
    return Tellings.hostile();
  }

  private static Telling edit(Message message) {
    return Tellings.of(message, Reason.Notice.EDIT, null);
  }

  private JsonNode body(int request) throws IOException {
    return new JsonMapper().readTree(http.requests().get(request).body());
  }
}
