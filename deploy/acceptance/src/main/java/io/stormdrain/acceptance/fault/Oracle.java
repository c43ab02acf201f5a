package io.stormdrain.acceptance.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.stormdrain.acceptance.SlackServer;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What must hold after every fault: each acknowledged line is in the topic, and counted once; each
 * planted trouble opened once and was resolved once; each receiver was told of each twice; and
 * there is nothing else.
 */
final class Oracle {

  /** How releases went is told ten minutes later: of one fault it may come amid the next. */
  private static final String VERDICT = "Verdict: ";

  /** So are apps missed minutes later that have ended with an earlier fault. */
  private static final Pattern MISSED = Pattern.compile("f\\d\\d-\\S+ has not said a word");

  private final Ground ground;
  private final String prefix;
  private final Tally tally;
  private final int told;

  /**
   * Remembers where everything stands before the fault.
   *
   * @param fault all apps that speak in it are named after it
   */
  Oracle(Ground ground, String fault) {
    this.ground = ground;
    this.prefix = fault.toLowerCase(Locale.ROOT) + "-";
    this.tally = new Tally(ground);
    this.told = ground.stage().slack.posts().size();
  }

  /** Asserts it, once nothing is on its way any more. */
  void holds(Crowd crowd, Figures figures) {
    crowd.calmDown();
    assertThat(crowd.answers().refused()).as("4xx among %s", crowd.answers()).isZero();
    ground.stage().awaitReady();
    ground.stage().settle();
    published(crowd, figures);
    Map<String, Long> wanted = new TreeMap<>();
    crowd.drains().forEach((app, drain) -> wanted.put(app, (long) drain.acknowledged().size()));
    tally.awaitCounted(wanted);
    crowd.drains().keySet().forEach(this::incidents);
    crowd.plants().forEach(this::messages);
    nothingElse(crowd, figures);
  }

  private void published(Crowd crowd, Figures figures) {
    Map<String, Map<String, List<String>>> found = tally.records();
    long lines = 0;
    long again = 0;
    for (Map.Entry<String, AppDrain> drain : crowd.drains().entrySet()) {
      Map<String, String> texts = new TreeMap<>();
      for (Map.Entry<String, List<String>> line :
          found.getOrDefault(drain.getKey(), Map.of()).entrySet()) {
        texts.put(line.getKey(), line.getValue().getFirst());
        again += line.getValue().size() - 1;
      }
      assertThat(texts)
          .as("lines of %s in the topic", drain.getKey())
          .isEqualTo(drain.getValue().acknowledged());
      lines += texts.size();
    }
    figures.add("lines", lines);
    figures.add("records again", again);
  }

  private void incidents(String app) {
    List<String> once = List.of("opened", "resolved");
    assertThat(ground.incidents(app))
        .as("incidents of %s", app)
        .containsExactlyInAnyOrder(
            new Ground.Seen("build-failed", once), new Ground.Seen("release-failed", once));
  }

  private void messages(Plant plant) {
    String title = plant.title();
    assertThat(ground.stage().slack.posts("webhook", title))
        .filteredOn(post -> !post.text().contains(VERDICT))
        .as("messages on the webhook: %s", title)
        .hasSize(2);
    assertThat(ground.stage().slack.posts("chat.postMessage", title))
        .filteredOn(post -> !post.payload().has("thread_ts") && !post.text().contains(VERDICT))
        .as("live messages of the bot: %s", title)
        .hasSize(1);
    assertThat(ground.stage().mails(plant.app).stream().map(Ground::subject))
        .filteredOn(subject -> subject.contains(title) && !subject.startsWith("[info]"))
        .as("mails: %s", title)
        .hasSize(2);
  }

  private void nothingElse(Crowd crowd, Figures figures) {
    List<SlackServer.Post> posts = ground.stage().slack.posts();
    // What stands in a thread belongs to the message above it.
    List<String> fresh =
        posts.subList(told, posts.size()).stream()
            .filter(post -> !post.payload().has("thread_ts"))
            .map(SlackServer.Post::text)
            .filter(text -> !text.contains(VERDICT) && !MISSED.matcher(text).find())
            .toList();
    assertThat(fresh)
        .filteredOn(text -> !text.contains(prefix))
        .as("messages about nothing that was planted")
        .isEmpty();
    long[] latencies = crowd.plants().stream().mapToLong(Plant::latency).sorted().toArray();
    figures.add("incidents", latencies.length);
    figures.add("alert p50", Duration.ofMillis(latencies[latencies.length / 2]));
    figures.add("worst", Duration.ofMillis(latencies[latencies.length - 1]));
  }
}
