package io.stormdrain.notifier.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.annotation.Identifier;
import io.stormdrain.notifier.TestDatabase;
import io.stormdrain.notifier.announcement.Crier;
import io.stormdrain.notifier.delivery.Plan;
import io.stormdrain.notifier.delivery.Receivers;
import io.stormdrain.notifier.route.Attribute;
import io.stormdrain.notifier.route.Matchers;
import io.stormdrain.notifier.store.Positions;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Records of topic signals on their way into the real database. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
final class SignalListenerTest {

  private static final TopicPartition PARTITION = new TopicPartition("signals", 3);

  /** So long, and so random, that PostgreSQL can neither index nor compress it. */
  private static final String ENDLESS =
      new Random(7)
          .ints(20_000, 'a', 'z' + 1)
          .mapToObj(Character::toString)
          .collect(Collectors.joining());

  @Inject
  @Identifier("signals") SignalListener listener;

  @Inject Positions positions;
  @Inject EntityManager entities;
  @Inject MeterRegistry registry;
  @Inject Receivers receivers;

  private final List<ConsumerRecord<byte[], byte[]>> batch = new ArrayList<>();
  private double consumed;

  @BeforeEach
  void clear() {
    QuarkusTransaction.requiringNew()
        .run(() ->
            entities
                .createNativeQuery(
                    "truncate delivery, conversation, transition, finding, storm_member, incident, case_file,"
                        + " parked_signal, stream_position, announcement")
                .executeUpdate());
    consumed = count("consumed");
  }

  @AfterEach
  void everyRecordIsAccountedFor() {
    assertThat(count("consumed")).isEqualTo(count("read") + count("parked") + count("repeated"));
  }

  @Test
  void aSignalOpensAnIncidentAndThePositionGoesOn() throws Exception {
    says("shop", "step 1");
    take();

    assertThat(apps()).containsExactly("shop");
    assertThat(position()).isEqualTo(1);
  }

  @Test
  void whatWasReadBeforeChangesNothing() throws Exception {
    says("shop", "step 1");
    take();
    long transitions = rows("transition");
    double repeated = count("repeated");
    take();

    assertThat(rows("transition")).isEqualTo(transitions);
    assertThat(count("repeated")).isEqualTo(repeated + 1);
    assertThat(position()).isEqualTo(1);
  }

  @Test
  void aRecordThatCannotBeReadIsParkedAndTheOthersAreTaken() throws Exception {
    says("shop", "step 1");
    record("signal", "{\"type\":");
    record("rumour", "{}");
    batch.add(new ConsumerRecord<>("signals", 3, batch.size(), null, null));
    says("cart", "step 1");
    take();

    assertThat(apps()).containsExactlyInAnyOrder("shop", "cart");
    assertThat(rows("parked_signal")).isEqualTo(3);
    assertThat(position()).isEqualTo(5);
    assertThat(count("consumed")).isEqualTo(consumed + 5);
  }

  @Test
  void aRecordThatTheDatabaseWillNeverKeepIsParkedAndTheOthersAreTaken() throws Exception {
    says("shop", "step 1");
    says(ENDLESS, "step 1");
    says("cart", "step 1");
    take();

    assertThat(apps()).containsExactlyInAnyOrder("shop", "cart");
    assertThat(rows("parked_signal")).isEqualTo(1);
    assertThat(position()).isEqualTo(3);
  }

  @Test
  void hostileTextIsKept() throws Exception {
    String hostile = "\\u0000\\ud800\\u001b[31m'); drop table incident; --\\uffff\\u202e";
    says("shop", hostile);
    take();

    assertThat(apps()).containsExactly("shop");
    assertThat(rows("parked_signal")).isZero();
  }

  @Test
  void aReleaseIsNotedForWhoeverListensToReleases() throws Exception {
    takeUnder(new Crier().planFor("shop"), "release.created", Instant.now().toString(), "");

    assertThat(rows("announcement")).isEqualTo(1);
  }

  @Test
  void whoseAppItIsAsItsSourceSaysDecidesWhoIsTold() throws Exception {
    Plan plan = new Crier().planFor(new Matchers(Map.of(Attribute.TEAM, List.of("payments"))));
    takeUnder(plan, "build.oom", "2026-03-01T10:00:00Z", "");

    assertThat(rows("transition")).isEqualTo(1);
    assertThat(rows("delivery")).isZero();

    clear();
    batch.clear();
    takeUnder(plan, "build.oom", "2026-03-01T10:00:00Z", "\"team\":\"payments\",");

    assertThat(rows("delivery")).isEqualTo(1);
    assertThat(rows("case_file where team = 'payments'")).isEqualTo(1);
  }

  private void takeUnder(Plan plan, String type, String time, String more) throws Exception {
    Plan before = receivers.plan();
    receivers.follow(plan);
    try {
      record(
          "signal",
          """
          {"id":"0/0/x","type":"%s","source":"shop","app":"shop","platform":"heroku",%s
           "time":"%s","subject":"v43","evidence":{"partition":0,"offset":0,"line":"it"}}\
          """
              .formatted(type, more, time));
      take();
    } finally {
      receivers.follow(before);
    }
  }

  @Test
  void whatWasOverAndIsBackWithinOneBatchIsInBothIncidents() throws Exception {
    says("shop", "build.failed", "2026-03-01T10:00:00Z", "once");
    says("shop", "build.succeeded", "2026-03-01T10:01:00Z", "");
    says("shop", "build.failed", "2026-03-01T15:00:00Z", "again");
    take();

    assertThat(rows("incident where type = 'build-failed'")).isEqualTo(2);
    assertThat(rows("finding where rule = 'build-failed' and active")).isEqualTo(1);
    assertThat(rows("finding where rule = 'build-failed' and not active")).isEqualTo(1);
    assertThat(rows("finding where not active and document::text like '%once%'")).isEqualTo(1);
  }

  private void says(String app, String subject) {
    says(app, "build.oom", "2026-03-01T10:00:00Z", subject);
  }

  private void says(String app, String type, String time, String subject) {
    record(
        "signal",
        """
        {"id":"0/0/x","type":"%s","source":"%s","app":"%s","platform":"heroku",
         "process":"build","time":"%s","subject":"%s",
         "evidence":{"partition":0,"offset":0,"line":"%s"}}\
        """
            .formatted(type, app, app, time, subject, subject));
  }

  private void record(String kind, String value) {
    ConsumerRecord<byte[], byte[]> record =
        new ConsumerRecord<>("signals", 3, batch.size(), null, value.getBytes(UTF_8));
    record.headers().add("kind", kind.getBytes(UTF_8));
    batch.add(record);
  }

  private void take() throws InterruptedException {
    listener.take(new ConsumerRecords<>(Map.of(PARTITION, List.copyOf(batch)), Map.of()));
  }

  private long position() {
    return QuarkusTransaction.requiringNew()
        .call(() -> positions.of(List.of(PARTITION)).getOrDefault(PARTITION, -1L));
  }

  private List<String> apps() {
    return QuarkusTransaction.requiringNew()
        .call(() ->
            entities
                .createQuery("select i.app from StoredIncident i", String.class)
                .getResultList());
  }

  private long rows(String table) {
    return QuarkusTransaction.requiringNew()
        .call(() ->
            ((Number) entities.createNativeQuery("select count(*) from " + table).getSingleResult())
                .longValue());
  }

  private double count(String what) {
    return registry.get("stormdrain.notifier.signals." + what).counter().count();
  }
}
