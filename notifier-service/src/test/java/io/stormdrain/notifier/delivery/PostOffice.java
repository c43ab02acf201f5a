package io.stormdrain.notifier.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.stormdrain.notifier.NotifierConfig;
import io.stormdrain.notifier.Settings;
import io.stormdrain.notifier.TestClock;
import io.stormdrain.notifier.TroubledApp;
import io.stormdrain.notifier.incident.App;
import io.stormdrain.notifier.incident.CaseFile;
import io.stormdrain.notifier.message.Composer;
import io.stormdrain.notifier.message.Links;
import io.stormdrain.notifier.route.Restraint;
import io.stormdrain.notifier.route.Routing;
import io.stormdrain.notifier.route.Storm;
import io.stormdrain.notifier.route.Timing;
import io.stormdrain.notifier.silence.Silences;
import io.stormdrain.notifier.store.AppReader;
import io.stormdrain.notifier.store.IncidentReader;
import io.stormdrain.notifier.store.IncidentStore;
import io.stormdrain.notifier.store.Members;
import io.stormdrain.notifier.storm.Storms;
import io.stormdrain.notifier.threshold.Rulebook;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.persistence.EntityManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;

/**
 * An outbox and its courier on the real database, with a clock that is moved by hand. Several
 * offices on one database are several instances of the service.
 */
final class PostOffice {

  final TestClock clock;
  final MeterRegistry registry = new SimpleMeterRegistry();
  final Claims claims;
  final Settlements settlements;
  final DeliveryReader reader;
  final ReceiverWatch watch;
  final Replay replay;

  /** Many apps that break at once are no storm here: each is to be told. */
  static final Restraint NO_STORMS =
      new Restraint(
          List.of(),
          List.of(),
          new Storm(20, 1_000, Duration.ofMinutes(2), Duration.ofSeconds(30)));

  private final Rounds rounds;
  private final Outbox outbox;
  private final IncidentStore store = bean(IncidentStore.class);

  PostOffice(TestClock clock, Map<String, String> settings, Receiver... receivers) {
    this(clock, settings, plan(Settings.of(settings), List.of(receivers)));
  }

  PostOffice(TestClock clock, Map<String, String> settings, Plan plan) {
    this.clock = clock;
    NotifierConfig config = Settings.of(settings);
    EntityManager entities = bean(EntityManager.class);
    Receivers all = new Receivers(plan);
    DeliveryMetrics metrics = new DeliveryMetrics(registry, all);
    ReceiverStandings standings = new ReceiverStandings(entities);
    reader = new DeliveryReader(entities);
    IncidentReader incidents = bean(IncidentReader.class);
    Rulings rulings = rulings(incidents);
    claims = claims(incidents, rulings, all, standings, config);
    settlements = new Settlements(standings, config);
    watch = new ReceiverWatch(all, standings, reader, metrics);
    Hands hands = new Hands(config);
    Backoff backoff =
        new Backoff(
            config.delivery().firstPause(), config.delivery().lastPause(), new Random(20260210));
    Dispatch dispatch =
        new Dispatch(
            new Composer(bean(Rulebook.class), Links.NONE), settlements, backoff, metrics, clock);
    AfterCommit afterCommit =
        new AfterCommit(bean(TransactionSynchronizationRegistry.class), metrics, new Bell());
    replay = new Replay(afterCommit, clock);
    Prompts prompts = new Prompts(entities, afterCommit);
    outbox =
        new Outbox(
            all,
            bean(Storms.class),
            new Shelter(incidents, prompts),
            new Notes(all, rulings, reader, afterCommit),
            clock);
    Upkeep upkeep =
        new Upkeep(
            new Leases(hands, config),
            claims,
            new Vigil(all, incidents, rulings, prompts),
            new Relief(all, prompts),
            new OwnTrouble(standings, incidents, store, new Filing(store, outbox)));
    rounds = new Rounds(claims, dispatch, watch, hands, upkeep, clock);
  }

  private Claims claims(
      IncidentReader incidents,
      Rulings rulings,
      Receivers all,
      ReceiverStandings standings,
      NotifierConfig config) {
    Bundles bundles = new Bundles(incidents, reader, rulings, all, bean(Members.class));
    return new Claims(incidents, reader, bundles, new Tempo(standings), config);
  }

  private static Rulings rulings(IncidentReader incidents) {
    return new Rulings(
        bean(Rulebook.class),
        incidents,
        bean(AppReader.class),
        bean(Members.class),
        new Quieting(bean(Silences.class), incidents));
  }

  private static Plan plan(NotifierConfig config, List<? extends Receiver> receivers) {
    Routing all =
        Routing.toAll(
            receivers.stream().map(Receiver::name).toList(),
            config.route().minimumSeverity(),
            new Timing(config.delivery().groupWait(), config.delivery().editWait()));
    return new Plan(List.copyOf(receivers), new Routing(all.root(), Map.of(), NO_STORMS));
  }

  /** Leaves the database as it was before the first signal. */
  static void clear() {
    QuarkusTransaction.requiringNew()
        .run(() ->
            bean(EntityManager.class)
                .createNativeQuery(
                    "truncate delivery, conversation, receiver, silence, transition, finding,"
                        + " storm_member, incident, case_file")
                .executeUpdate());
  }

  /** An app says something, and what follows from it is stored with what is to be told. */
  void says(String app, String type, String subject) {
    QuarkusTransaction.requiringNew().run(() -> take(app, type, subject));
  }

  void take(String app, String type, String subject) {
    TroubledApp.says(store, outbox, clock.instant(), app, type, subject);
  }

  /** The build of an app runs out of memory: an incident opens, or comes back. */
  void breaks(String app) {
    says(app, "build.oom", "step 1");
  }

  /** More is known about it: a change of a message. */
  void breaksFurther(String app, String step) {
    says(app, "build.oom", step);
  }

  /** It is over. */
  void mends(String app) {
    says(app, "build.succeeded", "done");
  }

  /** Somebody says that an incident is over. */
  void resolves(String source, UUID incident) {
    QuarkusTransaction.requiringNew()
        .run(() -> {
          App app = new App(source, source, "stormdrain", null);
          CaseFile file = Objects.requireNonNull(store.open(List.of(app)).get(source));
          file.handling().resolve(incident, "ann", "", clock.instant());
          store.save(file);
          outbox.enqueue(
              file.docket().transitions(),
              id ->
                  file.docket().incidents().stream()
                      .filter(one -> one.id().equals(id))
                      .findFirst()
                      .orElseThrow());
        });
  }

  /** Goes rounds until nothing is due now. */
  void deliver() throws InterruptedException {
    double before;
    do {
      before = told();
      round();
      awaitQuiet();
    } while (told() > before);
  }

  /** Goes one round, and does not wait for what is under way then. */
  void round() {
    rounds.round(() -> {});
  }

  void awaitQuiet() throws InterruptedException {
    assertThat(rounds.awaitQuiet(Duration.ofSeconds(20))).isTrue();
  }

  /** Time passes, and then what is due is delivered. */
  void deliverAfter(Duration time) throws InterruptedException {
    clock.pass(time);
    deliver();
  }

  List<DeliveryView> ledger() {
    return QuarkusTransaction.requiringNew()
        .call(() -> reader.latest(null, Long.MAX_VALUE, null, 10_000))
        .reversed();
  }

  List<DeliveryState> states() {
    return ledger().stream().map(DeliveryView::state).toList();
  }

  /** enqueued = sent + superseded + dead + waiting, by the counters and by the ledger. */
  void accounts() {
    watch.count(clock.instant());
    double waiting =
        registry.find("stormdrain.notifier.deliveries.waiting").gauges().stream()
            .mapToDouble(gauge -> gauge.value())
            .sum();
    double enqueued = sum("stormdrain.notifier.deliveries.enqueued");
    double ended = sum("stormdrain.notifier.deliveries");
    assertThat(enqueued).as("enqueued").isEqualTo(ended + waiting);
    assertThat(ledger()).hasSize((int) enqueued);
    assertThat(ledger().stream().filter(one -> one.state().isWaiting())).hasSize((int) waiting);
  }

  double sum(String counter) {
    return registry.find(counter).counters().stream().mapToDouble(Counter::count).sum();
  }

  private double told() {
    return sum("stormdrain.notifier.delivery.attempts");
  }

  private static <T> T bean(Class<T> type) {
    return CDI.current().select(type).get();
  }
}
