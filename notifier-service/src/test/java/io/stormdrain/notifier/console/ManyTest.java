package io.stormdrain.notifier.console;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stormdrain.notifier.TestDatabase;
import io.stormdrain.notifier.delivery.Outbox;
import io.stormdrain.notifier.store.IncidentStore;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Pages with 1,000 apps and 10,000 incidents, of which 500 are open. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
final class ManyTest {

  private static final Logger LOG = LoggerFactory.getLogger(ManyTest.class);
  private static final int TIMES = 40;
  private static final int WEIGHT = 200_000;

  /** Tests may share the processor with others, so this only finds what is out of all measure. */
  private static final Duration MOST = Duration.ofSeconds(3);

  @Inject IncidentStore store;
  @Inject Outbox outbox;
  @Inject EntityManager entities;

  @BeforeEach
  void fill() {
    new Scene(store, outbox, Instant.now().minusSeconds(90)).crashLoop("many-0");
    sql(
        """
        insert into case_file (source, app, platform, environment, story)
        select 'many-' || n, 'many-' || n, platform, environment, story
        from case_file, generate_series(1, 999) n where source = 'many-0'
        """);
    sql(
        """
        insert into incident (id, source, app, platform, environment, type, finding_key, title,
          process, state, severity, seq, opened_at, changed_at, resolved_at, cause, suspect)
        select gen_random_uuid(), 'many-' || n % 1000, 'many-' || n % 1000, platform, environment,
          type, finding_key, title, process,
          case when n % 20 = 0 then 'OPEN' else 'RESOLVED' end, severity, seq, opened_at, changed_at,
          case when n % 20 = 0 then null else now() end,
          case when n % 20 = 0 then null else 'RECOVERED' end, suspect
        from incident, generate_series(1, 10000) n
        where source = 'many-0' and severity = 'CRITICAL'
        """);
    findingsAndTransitions();
    sql("analyze");
  }

  private void findingsAndTransitions() {
    sql(
        """
        insert into finding (source, rule, finding_key, incident_id, active, document)
        select i.source, f.rule, f.finding_key, i.id, false, f.document
        from incident i, finding f join incident first on f.incident_id = first.id
        where first.source = 'many-0' and first.severity = 'CRITICAL' and first.seq > 0
          and first.number = (select min(number) from incident
            where source = 'many-0' and severity = 'CRITICAL')
          and i.source like 'many-%' and i.severity = 'CRITICAL' and i.id <> first.id
        """);
    sql(
        """
        insert into transition (incident_id, seq, at, from_state, to_state, reason, severity, detail)
        select i.id, t.seq, t.at, t.from_state, t.to_state, t.reason, t.severity, t.detail
        from incident i, transition t join incident first on t.incident_id = first.id
        where first.number = (select min(number) from incident
            where source = 'many-0' and severity = 'CRITICAL')
          and i.source like 'many-%' and i.severity = 'CRITICAL' and i.id <> first.id
        """);
  }

  @Test
  void pagesOfManyAppsAndIncidentsAreLightAndQuick() {
    for (String path :
        List.of(
            "/",
            "/incidents?state=any",
            "/incidents?app=many-7&state=resolved",
            "/apps/many-7",
            "/incidents/" + Visit.label("many-7"),
            "/deliveries",
            "/search",
            "/rules")) {
      assertThat(Visit.page(path).length()).as(path).isLessThan(WEIGHT);
      Duration slow = slow(path);
      LOG.info("page={} p95={} ms", path, slow.toMillis());
      assertThat(slow).as(path).isLessThan(MOST);
    }
  }

  @AfterEach
  void clear() {
    for (String table : List.of("delivery", "conversation", "transition")) {
      sql(
          "delete from "
              + table
              + " where incident_id in (select id from incident where source like 'many-%')");
    }
    for (String table : List.of("finding", "incident", "case_file")) {
      sql("delete from " + table + " where source like 'many-%'");
    }
  }

  private static Duration slow(String path) {
    List<Duration> all = new ArrayList<>();
    for (int time = 0; time < TIMES; time++) {
      long begin = System.nanoTime();
      given().get(path).then().statusCode(200);
      all.add(Duration.ofNanos(System.nanoTime() - begin));
    }
    return all.stream().sorted().toList().get(TIMES * 95 / 100 - 1);
  }

  private void sql(String statement) {
    QuarkusTransaction.requiringNew()
        .run(() -> entities.createNativeQuery(statement).executeUpdate());
  }
}
