package io.stormdrain.ingest.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stormdrain.engines.Engines;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(DoorResource.class)
class CiDoorTest {

  @Test
  void theTailOfALogJoinsTheStoryOfItsApp() throws Exception {
    try (Topic topic = new Topic(Engines.kafka(), "ci")) {
      int status =
          Sending.to("/ci/shop?job=test&code=2&branch=main&commit=69eec518")
              .from("ci")
              .post("text/plain", "Traceback (most recent call last):\nE: no table\n")
              .statusCode();

      List<Topic.Line> lines = topic.take(4);
      assertThat(status).isEqualTo(200);
      assertThat(lines)
          .extracting(Topic.Line::text)
          .containsExactly(
              "event=ci.output job=test code=2 branch=main commit=69eec518",
              "Traceback (most recent call last):",
              "E: no table",
              "event=ci.failed job=test code=2 branch=main commit=69eec518");
      assertThat(lines).allSatisfy(line -> assertThat(line.key()).isEqualTo("ci/shop"));
      assertThat(lines.getLast().headers())
          .containsEntry("origin", "platform")
          .containsEntry("dialect", "ci")
          .containsEntry("service.instance.id", "ci.test")
          .containsEntry("event.name", "ci.failed");
    }
  }

  @Test
  void theSourcesOwnAppHasOneStory() throws Exception {
    try (Topic topic = new Topic(Engines.kafka(), "ci")) {
      Sending.to("/ci/ci/" + DoorResource.token("ci")).post("", "one");

      assertThat(topic.take(2)).extracting(Topic.Line::key).containsOnly("ci");
    }
  }
}
