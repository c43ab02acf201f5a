package io.stormdrain.acceptance.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.stormdrain.acceptance.SlackServer;
import io.stormdrain.acceptance.fault.AppDrain.Line;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;

/** Hundreds of apps break within seconds, as when a region is down, and are mended again. */
final class RegionDown implements Fault {

  private static final int APPS = 500;

  /** As many as are told one by one, unless the routing file says otherwise. */
  private static final int ONE_BY_ONE = 10;

  private static final int AT_A_TIME = 16;
  private static final String STORM = "build-failed in ";

  @Override
  public String id() {
    return "F39";
  }

  @Override
  public String done() {
    return "500 apps break within 10 s, and are mended";
  }

  @Override
  public String checked() {
    return "an incident each, opened and resolved once; ten told one by one, all others by one message that counts them, and its end";
  }

  @Override
  public void happen(Ground ground, Figures figures) throws InterruptedException {
    List<String> apps = IntStream.range(0, APPS).mapToObj("f39-app-%03d"::formatted).toList();
    ground.admit(apps);
    int told = ground.stage().slack.posts().size();
    ground
        .routes()
        .withUsualStorms(ground.stage().notifier, ONE_BY_ONE, () -> storm(ground, apps, figures));
    figures.add(
        "incidents",
        apps.stream().filter(app -> ground.incidents(app).equals(List.of(once()))).count());
    List<SlackServer.Post> webhook =
        ground.stage().slack.posts().stream()
            .skip(told)
            .filter(post -> post.method().equals("webhook"))
            .toList();
    figures.add("messages on the webhook", webhook.size());
    assertThat(apps).allMatch(app -> ground.incidents(app).equals(List.of(once())));
    assertThat(webhook.stream().filter(post -> post.text().contains(STORM)))
        .as("messages about the storm")
        .hasSize(2);
    assertThat(webhook).as("messages").hasSizeLessThanOrEqualTo(2 + 2 * ONE_BY_ONE);
    assertThat(webhook.stream().map(SlackServer.Post::text))
        .as("its end tells of all of them")
        .anyMatch(text -> text.contains(STORM + APPS + " apps"));
  }

  private static void storm(Ground ground, List<String> apps, Figures figures)
      throws InterruptedException {
    Instant start = Instant.now();
    say(ground, apps, "down", Plant.Trouble.BUILD.begin);
    figures.add("sent within", Duration.between(start, Instant.now()), Duration.ofSeconds(10));
    ground.stage().settle();
    say(ground, apps, "up", Plant.Trouble.BUILD.end);
    ground.stage().settle();
  }

  private static void say(Ground ground, List<String> apps, String frame, String line)
      throws InterruptedException {
    URI door = ground.door(ground.stage().ingest);
    Semaphore room = new Semaphore(AT_A_TIME);
    List<Thread> senders = new ArrayList<>();
    for (String app : apps) {
      room.acquire();
      senders.add(
          Thread.ofVirtual()
              .start(() -> {
                new AppDrain(app, List.of(door), new Answers())
                    .send(frame, List.of(Line.now("api", line)), Crowd.PATIENCE);
                room.release();
              }));
    }
    for (Thread sender : senders) {
      sender.join();
    }
  }

  private static Ground.Seen once() {
    return new Ground.Seen(Plant.Trouble.BUILD.type, List.of("opened", "resolved"));
  }
}
