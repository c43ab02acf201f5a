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

/** Hundreds of apps break within seconds, as when a region is down. */
final class RegionDown implements Fault {

  private static final int APPS = 500;
  private static final int MOST_MESSAGES = 10;
  private static final int AT_A_TIME = 16;

  @Override
  public String id() {
    return "F39";
  }

  @Override
  public String done() {
    return "500 apps break within 10 s";
  }

  @Override
  public String checked() {
    return "an incident each; a few messages that count them, not 500";
  }

  @Override
  public void happen(Ground ground, Figures figures) throws InterruptedException {
    List<String> apps = IntStream.range(0, APPS).mapToObj("f39-app-%03d"::formatted).toList();
    ground.admit(apps);
    int told = ground.stage().slack.posts().size();
    URI door = ground.door(ground.stage().ingest);
    Semaphore room = new Semaphore(AT_A_TIME);
    List<Thread> senders = new ArrayList<>();
    Instant start = Instant.now();
    for (String app : apps) {
      room.acquire();
      senders.add(
          Thread.ofVirtual()
              .start(() -> {
                new AppDrain(app, List.of(door), new Answers())
                    .send(
                        "down",
                        List.of(Line.now("api", Plant.Trouble.BUILD.begin)),
                        Crowd.PATIENCE);
                room.release();
              }));
    }
    for (Thread sender : senders) {
      sender.join();
    }
    figures.add("sent within", Duration.between(start, Instant.now()), Duration.ofSeconds(10));
    ground.stage().settle();
    List<SlackServer.Post> posts = ground.stage().slack.posts();
    long messages =
        posts.subList(told, posts.size()).stream()
            .filter(post -> post.method().equals("webhook"))
            .count();
    figures.add(
        "incidents", apps.stream().filter(app -> ground.incidents(app).size() == 1).count());
    figures.add("messages on the webhook", messages);
    assertThat(apps).allMatch(app -> ground.incidents(app).size() == 1);
    assertThat(messages).as("messages on the webhook").isLessThanOrEqualTo(MOST_MESSAGES);
  }
}
