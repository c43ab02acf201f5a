package io.stormdrain.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.stormdrain.local.logplex.Batch;
import io.stormdrain.local.logplex.Drain;
import io.stormdrain.local.logplex.DrainAddress;
import io.stormdrain.local.logplex.Frame;
import io.stormdrain.local.logplex.Outcome;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * One story of one app on the stage. Its times lie in the past, so that it ends now; it is sent
 * step by step, as Logplex would.
 */
public final class Play {

  private static final Duration ALERT = Duration.ofSeconds(20);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Stage stage;
  private final String app;
  private final Script script;
  private final Instant base;
  private int next;
  private int number;

  Play(Stage stage, String app, Script script) {
    this.stage = stage;
    this.app = app;
    this.script = script;
    this.base = Instant.now().minus(script.length());
  }

  /** The door knows a new source within a second. */
  void awaitDoor() {
    URI drain = URI.create(stage.drain(app));
    String basic =
        Base64.getEncoder()
            .encodeToString(drain.getUserInfo().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    HttpRequest empty =
        HttpRequest.newBuilder(stage.ingest.at("/logplex"))
            .header("Authorization", "Basic " + basic)
            .header("Content-Type", "application/logplex-1")
            .header("Logplex-Msg-Count", "0")
            .POST(HttpRequest.BodyPublishers.noBody())
            .build();
    Await.until(
        "the door opens for " + app, ALERT, () -> status(empty) == 204, () -> status(empty));
  }

  /** Sends the next step. */
  public Play step() {
    send(next);
    next++;
    return this;
  }

  /** Sends all steps that are left, and returns when they have been told. */
  public Play toTheEnd() {
    while (next < script.steps().size()) {
      step();
    }
    stage.settle();
    return this;
  }

  /** Sends everything again with the same frame ids, and asserts that it changes nothing. */
  public void againWithoutEffect() {
    stage.settle();
    String before = history();
    int told = told();
    number = 0;
    for (int i = 0; i < script.steps().size(); i++) {
      send(i);
    }
    stage.settle();
    assertThat(history()).as("after the same frames again").isEqualTo(before);
    assertThat(told()).as("messages after the same frames again").isEqualTo(told);
  }

  private void send(int step) {
    Batch batch = new Batch();
    for (Script.Line line : script.steps().get(step)) {
      Frame.of(line.at(++number, base), base.plus(line.offset())).forEach(batch::add);
    }
    String id = "%032X".formatted(java.util.Objects.hash(app, step) & 0xffffffffL);
    try {
      Outcome outcome = Drain.at(DrainAddress.parse(stage.drain(app)), () -> id).send(batch);
      assertThat(outcome).isEqualTo(Outcome.ACKNOWLEDGED);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Waits until so many messages have come on the webhook, and no more. */
  public Play expectMessages(int count) {
    Await.until(
        count + " messages about " + app, ALERT, () -> webhook().size() >= count, this::seen);
    stage.settle();
    assertThat(webhook()).as("messages on the webhook: %s", seen()).hasSize(count);
    assertThat(mails()).as("mails").hasSize(count);
    assertThat(stage.slack.refused()).as("refused by Slack's limits").isEmpty();
    assertThat(bot("chat.postMessage").stream().filter(p -> !p.payload().has("thread_ts")).count())
        .as("live messages of the bot")
        .isEqualTo(
            incidents().stream()
                .filter(i -> !i.path("severity").asText().equalsIgnoreCase("info") || isVerdict(i))
                .count());
    return this;
  }

  private static boolean isVerdict(JsonNode incident) {
    return incident.path("type").asText().equals("release-verdict");
  }

  /** The latest message says all of this, in Slack and by mail. */
  Play says(String... texts) {
    String slack = webhook().getLast().text();
    String mail = Mails.text(mails().getLast());
    for (String text : texts) {
      assertThat(slack.toLowerCase(Locale.ROOT))
          .as("Slack")
          .contains(text.toLowerCase(Locale.ROOT));
      assertThat(mail.toLowerCase(Locale.ROOT)).as("mail").contains(text.toLowerCase(Locale.ROOT));
    }
    return this;
  }

  /** No message says this. */
  Play neverSays(String... texts) {
    for (String text : texts) {
      assertThat(webhook()).noneMatch(post -> post.text().contains(text));
      assertThat(mails()).noneMatch(mail -> Mails.text(mail).contains(text));
    }
    return this;
  }

  /** The app's incidents that are told, newest first. */
  List<JsonNode> told(String state) {
    return incidents().stream()
        .filter(incident -> !incident.path("severity").asText().equalsIgnoreCase("info"))
        .filter(incident -> incident.path("state").asText().equalsIgnoreCase(state))
        .toList();
  }

  /** The app's incidents, newest first. */
  public List<JsonNode> incidents() {
    List<JsonNode> all = new ArrayList<>();
    read("/api/v1/incidents?limit=100&app=" + app).path("incidents").forEach(all::add);
    return all;
  }

  private JsonNode read(String path) {
    try {
      return JSON.readTree(stage.notifier.get(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int told() {
    return webhook().size() + mails().size() + bot("chat.postMessage").size();
  }

  /** What happened to the incidents that are told, without what differs from run to run. */
  public List<String> transitions() {
    List<String> all = new ArrayList<>();
    for (JsonNode incident : incidents()) {
      if (!incident.path("severity").asText().equalsIgnoreCase("info")) {
        JsonNode whole = read("/api/v1/incidents/" + incident.path("id").asText());
        for (JsonNode t : whole.path("transitions")) {
          all.add(
              "%s %s %s %s %s +%s"
                  .formatted(
                      t.path("seq").asText(),
                      t.path("reason").asText(),
                      t.path("to").asText(),
                      t.path("severity").asText(),
                      t.path("detail").asText().replace(app, "APP"),
                      Duration.between(base, Instant.parse(t.path("at").asText())).toSeconds()));
        }
      }
    }
    return all;
  }

  private String history() {
    return incidents().stream()
        .map(incident -> stage.notifier.get("/api/v1/incidents/" + incident.path("id").asText()))
        .collect(Collectors.joining("\n"));
  }

  /** Messages about it on the webhook. */
  public List<SlackServer.Post> webhook() {
    return stage.slack.posts("webhook", app);
  }

  List<SlackServer.Post> bot(String method) {
    return stage.slack.posts(method, app);
  }

  /** What the bot's live message says now. */
  String live() {
    List<SlackServer.Post> changes = bot("chat.update");
    return (changes.isEmpty() ? bot("chat.postMessage") : changes).getLast().text();
  }

  List<MimeMessage> mails() {
    return stage.mails(app);
  }

  private Object seen() {
    return webhook().stream().map(post -> post.payload().path("text").asText()).toList()
        + " incidents "
        + incidents()
        + "\nnotifier: "
        + stage.notifier.log();
  }

  private static int status(HttpRequest request) {
    try {
      return HttpClient.newHttpClient()
          .send(request, HttpResponse.BodyHandlers.discarding())
          .statusCode();
    } catch (IOException e) {
      return 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }
}
