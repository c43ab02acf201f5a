package io.stormdrain.notifier.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.stormdrain.notifier.Secret;
import io.stormdrain.notifier.delivery.Counterpart;
import io.stormdrain.notifier.delivery.Outcome;
import io.stormdrain.notifier.delivery.Receiver;
import io.stormdrain.notifier.delivery.Telling;
import io.stormdrain.notifier.message.Notice;
import io.stormdrain.notifier.outgoing.HttpCounterpart;
import io.stormdrain.notifier.outgoing.HttpPost;
import io.stormdrain.notifier.outgoing.HttpReceiverSuite;
import io.stormdrain.notifier.outgoing.WayOut;
import io.stormdrain.notifier.receiver.Poster;
import io.stormdrain.notifier.receiver.Tellings;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

final class AlertmanagerReceiverTest extends HttpReceiverSuite {

  private static final Instant NOW = Instant.parse("2026-02-10T14:05:00Z");

  @Override
  protected Counterpart counterpart() {
    return new HttpCounterpart(http, 200, "");
  }

  @Override
  protected Receiver receiver(HttpPost post) {
    return new AlertmanagerReceiver("am", List.of(one(post)), InstantSource.fixed(NOW));
  }

  private Poster one(HttpPost post) {
    return new Poster(
        Secret.of(http.address("/" + SECRET + "/api/v2/alerts").toString()),
        post,
        InstantSource.fixed(NOW));
  }

  @Test
  void anOpenIncidentHasItsEndInTheFuture() throws IOException {
    tell();

    JsonNode alert = new JsonMapper().readTree(http.requests().getFirst().body()).get(0);
    assertThat(alert.at("/labels/alertname").asText()).isEqualTo("Stormdrain");
    assertThat(alert.at("/labels/incident").asText()).isEqualTo("INC-17");
    assertThat(alert.at("/labels/app").asText()).isEqualTo("shop");
    assertThat(Instant.parse(alert.path("endsAt").asText())).isEqualTo(NOW.plus(AlertBody.OPEN));
    assertThat(Instant.parse(alert.path("startsAt").asText())).isBefore(NOW);
  }

  @Test
  void labelsAreTheSameWhateverHappens() throws IOException {
    tell();
    tell(Notice.RAISED, false);

    assertThat(new JsonMapper().readTree(http.requests().get(1).body()).at("/0/labels"))
        .isEqualTo(new JsonMapper().readTree(http.requests().get(0).body()).at("/0/labels"));
  }

  @Test
  void eachOfAClusterIsTold() {
    HttpPost post = WayOut.post(LIMIT);
    Receiver cluster =
        new AlertmanagerReceiver("am", List.of(one(post), one(post)), InstantSource.fixed(NOW));
    http.then(500, "");

    assertThat(cluster.tell(telling(Notice.OPENED, false, null))).isInstanceOf(Outcome.Retry.class);
    assertThat(http.requests()).hasSize(2);
  }

  @Property(tries = 200)
  void anyLogTextMakesAValidAlert(@ForAll("hostile") Telling telling) throws IOException {
    JsonNode alert = new JsonMapper().readTree(AlertBody.of(telling, NOW)).get(0);

    assertThat(alert.path("labels")).allSatisfy(label -> assertThat(label.asText()).isNotEmpty());
    assertThat(Instant.parse(alert.path("endsAt").asText()))
        .isAfter(Instant.parse(alert.path("startsAt").asText()));
  }

  @Provide
  Arbitrary<Telling> hostile() {
    return Tellings.hostile();
  }
}
