package io.stormdrain.ingest.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stormdrain.engines.Engines;
import io.stormdrain.ingest.message.Seeds;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Something fails on each platform that is supported, and each tells it in its own way: what
 * arrives is of the right app, process, environment, deployment and time.
 */
@QuarkusTest
@WithTestResource(
    value = DoorResource.class,
    initArgs = {
      @ResourceArg(name = "tls", value = "yes"),
      @ResourceArg(name = "syslog", value = "yes")
    })
class SenderStoriesTest {
  private static final String NOTHING = "-";

  static Stream<SenderStory> stories() {
    return Seeds.names("senders").filter(file -> !file.endsWith(".lines")).map(SenderStory::of);
  }

  @BeforeEach
  void admit() {
    DoorResource.write(
        stories().map(SenderStoriesTest::source).collect(Collectors.joining("", "sources:\n", "")));
  }

  private static String source(SenderStory story) {
    return "  - {id: %1$s, app: shop, platform: %2$s, environment: production, tokens: [%3$s], secrets: [%4$s]}\n"
        .formatted(
            story.source(),
            story.told("platform"),
            DoorResource.token(story.source()),
            DoorResource.secret(story.source()));
  }

  @AfterAll
  static void restore() {
    DoorResource.writeSources(DoorResource.SOURCES);
    // The tests after this one speak as those, from their first word on.
    String story = stories().findFirst().orElseThrow().source();
    Service.await(() -> !isKnown(story));
  }

  @ParameterizedTest
  @MethodSource("stories")
  void whatFailedArrives(SenderStory story) throws Exception {
    Service.await(() -> isKnown(story.source()));
    try (Topic topic = new Topic(Engines.kafka(), story.source())) {
      send(story);

      List<Topic.Line> lines = topic.take(count(story.expected()));
      assertThat(lines.stream().map(line -> written(line, story)).collect(Collectors.joining()))
          .isEqualTo(story.expected());
    }
  }

  /** What the drain of a Heroku app never sees, or platforms other than Heroku have. */
  @Test
  void eachOfTheseFailuresIsToldByOneOfThem() {
    assertThat(stories().flatMap(story -> Stream.of(story.told("rows").split(" ", -1))))
        .contains("M01", "M02", "M04", "M08", "M09", "M13", "M19", "M22", "M24", "M28");
  }

  private static boolean isKnown(String source) {
    try (DrainSocket drain = new DrainSocket()) {
      return drain.post(source, new byte[0]).status() == 204;
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static void send(SenderStory story) throws IOException, GeneralSecurityException {
    if (story.isSyslog()) {
      try (SyslogSocket socket = SyslogSocket.tls()) {
        socket.send(story.frames());
      }
      return;
    }
    try (DrainSocket socket = new DrainSocket()) {
      socket.send(story.request());
      assertThat(socket.answer().status()).isBetween(200, 204);
    }
  }

  private static int count(String lines) {
    return (int) lines.lines().filter(line -> !line.startsWith("  ")).count();
  }

  /** As in the file: whose it is, then its text. */
  private static String written(Topic.Line line, SenderStory story) {
    boolean inferred = line.header("flags").contains("time-inferred");
    String key = line.key().replaceFirst(story.source(), "SOURCE");
    StringBuilder text =
        new StringBuilder(inferred ? "receipt" : Instant.ofEpochMilli(line.timestamp()).toString());
    text.append(" key=").append(key);
    text.append(" app=").append(line.header("service.name"));
    text.append(" process=").append(known(line, "service.instance.id"));
    text.append(" environment=").append(known(line, "deployment.environment.name"));
    text.append(" deployment=").append(known(line, "deployment.id"));
    text.append(" platform=").append(line.header("paas.platform"));
    text.append(" origin=").append(line.header("origin"));
    text.append(" severity=").append(known(line, "severity").replace(' ', '/'));
    line.text().lines().forEach(row -> text.append("\n  ").append(row));
    return text.append('\n').toString();
  }

  private static String known(Topic.Line line, String header) {
    String value = line.header(header);
    return value.isEmpty() ? NOTHING : value;
  }
}
