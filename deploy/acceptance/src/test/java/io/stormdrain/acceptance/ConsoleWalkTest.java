package io.stormdrain.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.stormdrain.engines.Database;
import io.stormdrain.engines.Engines;
import io.stormdrain.engines.browser.Browser;
import io.stormdrain.local.logplex.Batch;
import io.stormdrain.local.logplex.Drain;
import io.stormdrain.local.logplex.DrainAddress;
import io.stormdrain.local.logplex.Frame;
import io.stormdrain.local.logplex.Outcome;
import io.stormdrain.local.transcript.Origin;
import io.stormdrain.local.transcript.TranscriptLine;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** From the first link to the end of an incident, in a real browser before real processes. */
@Timeout(300)
final class ConsoleWalkTest {

  private static final String APP = "walked-shop";
  private static final String NAME = "beatrix";
  private static final String ADMIN_TOKEN = "walk-admin-token-0123456789abcdef";
  private static final String TOKEN_KEY = "0123456789abcdef0123456789abcdef0123456789abcdef";
  private static final Pattern FIRST_LINK = Pattern.compile("/join\\?key=[\\w-]+");
  private static final Pattern DRAIN = Pattern.compile("drain:([\\w.~-]+)@");
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Stage stage = Stage.shared();
  private final Service door = stage.another("ingest", "-walk", door());
  private final Service console = stage.another("notifier", "-walk", console());
  private int lines;

  @AfterEach
  void end() {
    console.stop();
    door.stop();
  }

  @Test
  void somebodyComesInConnectsAnAppAndLooksAfterItsFirstTrouble() throws Exception {
    Optional<Path> program = Browser.program();
    assumeTrue(program.isPresent(), "skipped: there is no chromium on this machine's PATH");
    door.start();
    console.start();
    door.awaitReady();
    console.awaitReady();
    try (Browser browser = Browser.start(program.get())) {
      Walker walker = new Walker(browser, console.at("/"));
      comesInByTheFirstLink(walker);
      DrainAddress drain = connectsAnApp(walker);
      seesItsFirstLine(walker, drain);
      watchesItCrash(walker, drain);
      looksAfterIt(walker);
      silencesIt(walker);
      triesRulesOnIt(walker);
      findsTheRestWorkingWhileOthersAreAway(walker);
      assertThat(browser.faults()).as("exceptions, and what the policy refused").isEmpty();
    }
  }

  private void comesInByTheFirstLink(Walker walker) {
    List<String> links =
        FIRST_LINK.matcher(console.log()).results().map(MatchResult::group).toList();
    assertThat(links).as("links in the log: %s", console.log()).isNotEmpty();
    walker.open(links.getLast());
    walker.fill("name", NAME);
    walker.fill("password", "correct horse battery");
    walker.submit("/join");
    walker.arrives("/");
  }

  private DrainAddress connectsAnApp(Walker walker) {
    walker.open("/sources");
    walker.fill("app", APP);
    walker.submit("/sources");
    walker.awaits("Waiting for the first line");
    assertThat(walker.text()).contains("heroku drains:add", "--app " + APP);
    Matcher token = DRAIN.matcher(walker.text());
    assertThat(token.find()).as(walker.text()).isTrue();
    return DrainAddress.parse(
        "http://drain:%s@%s/logplex".formatted(token.group(1), door.at("/").getAuthority()));
  }

  private void seesItsFirstLine(Walker walker, DrainAddress drain) throws Exception {
    says(drain, line(Origin.PLATFORM, "api", "Release v57 created by user ann@example.org"));
    Instant sent = Instant.now();
    walker.awaits("Lines arrive: 1");
    assertThat(Duration.between(sent, Instant.now())).isLessThan(Duration.ofSeconds(2));
  }

  private void watchesItCrash(Walker walker, DrainAddress drain) throws Exception {
    walker.watch("/");
    says(
        drain,
        line(Origin.PLATFORM, "web.1", "Starting process with command `python shop.py`"),
        line(Origin.APP, "web.1", "ModuleNotFoundError: No module named 'bs4'"),
        line(Origin.PLATFORM, "web.1", "Process exited with status 1"),
        line(Origin.PLATFORM, "web.1", "State changed from starting to crashed"));
    walker.sees("web.1 cannot start: module bs4 is missing");
    walker.sees("v57");

    walker.watch("/incidents/" + label());
    assertThat(walker.text()).contains("Add beautifulsoup4");
    for (int death = 0; death < 3; death++) {
      says(
          drain,
          line(Origin.PLATFORM, "web.1", "Starting process with command `python shop.py`"),
          line(Origin.PLATFORM, "web.1", "Process exited with status 1"),
          line(Origin.PLATFORM, "web.1", "State changed from starting to crashed"));
    }
    walker.sees("Crash loop: web.1 has died");
  }

  private void looksAfterIt(Walker walker) {
    String label = label();
    Await.until("a live message", PATIENCE, () -> isTold("chat.postMessage", label), this::told);
    walker.submit("/incidents/" + label + "/acknowledge");
    walker.awaits("acknowledged");
    Await.until("her name in it", PATIENCE, () -> isTold("chat.update", NAME), this::told);
  }

  private void silencesIt(Walker walker) {
    walker.open("/incidents/" + label());
    walker.press("#actions a.button");
    walker.arrives("/silences");
    walker.submit("/silences/preview");
    walker.awaits("This is like that and goes on now: 1");
    walker.press("button[formaction]");
    walker.awaits("app: " + APP);
  }

  private static void triesRulesOnIt(Walker walker) {
    walker.open("/rules/backtest?rule=missing-module");
    walker.fill("app", APP);
    walker.submit("/rules/backtest");
    walker.awaits("The rules in force make the same of it.");
    assertThat(walker.text()).contains("module bs4 is missing", "Add beautifulsoup4");
  }

  private void findsTheRestWorkingWhileOthersAreAway(Walker walker) {
    door.stop();
    walker.open("/sources");
    walker.awaits("ingest-service does not answer");
    stage.analyzer.stop();
    try {
      walker.open("/signatures");
      walker.awaits("analyzer-service does not answer");
      for (String page : new String[] {"/", "/incidents", "/apps/" + APP}) {
        walker.open(page);
        walker.awaits(APP);
      }
      walker.open("/search?app=" + APP);
      walker.awaits("ModuleNotFoundError");
    } finally {
      stage.analyzer.start();
      stage.analyzer.awaitReady();
    }
    walker.open("/signatures");
    walker.awaits("python");
  }

  private String label() {
    String path = "/api/v1/incidents?app=" + APP + "&severity=critical";
    // It becomes critical when the process has died of it, which is a moment after it opens.
    stage.notifier.await(path, "INC-");
    Matcher label = Pattern.compile("INC-\\d+").matcher(stage.notifier.get(path));
    assertThat(label.find()).isTrue();
    return label.group();
  }

  private boolean isTold(String method, String text) {
    return stage.slack.posts(method, APP).stream().anyMatch(post -> post.text().contains(text));
  }

  private Object told() {
    return stage.slack.posts("chat.postMessage", APP) + console.log();
  }

  private TranscriptLine line(Origin origin, String process, String text) {
    return new TranscriptLine(++lines, Instant.now(), origin, process, text);
  }

  private static void says(DrainAddress drain, TranscriptLine... lines)
      throws IOException, InterruptedException {
    Batch batch = new Batch();
    for (TranscriptLine line : lines) {
      Frame.of(line, Instant.now()).forEach(batch::add);
    }
    String id = UUID.randomUUID().toString();
    assertThat(Drain.at(drain, () -> id).send(batch)).isEqualTo(Outcome.ACKNOWLEDGED);
  }

  /** With a registry of its own, in which sources are added. */
  private static Map<String, String> door() {
    Database registry = Engines.database("walk_sources");
    return Map.of(
        "STORMDRAIN_ADMIN_TOKEN",
        ADMIN_TOKEN,
        "STORMDRAIN_TOKEN_KEY",
        TOKEN_KEY,
        "QUARKUS_DATASOURCE_JDBC_URL",
        registry.jdbcUrl(),
        "QUARKUS_DATASOURCE_USERNAME",
        registry.user(),
        "QUARKUS_DATASOURCE_PASSWORD",
        registry.password().reveal());
  }

  /** Whoever comes has to be known. */
  private Map<String, String> console() {
    return Map.of(
        "STORMDRAIN_ACCESS",
        "accounts",
        "STORMDRAIN_ADMIN_TOKEN",
        ADMIN_TOKEN,
        "STORMDRAIN_INGEST_URL",
        door.address(),
        "STORMDRAIN_ANALYZER_URL",
        stage.analyzer.address());
  }
}
