package io.stormdrain.local.logplex;

import static org.assertj.core.api.Assertions.assertThat;

import io.stormdrain.local.transcript.TranscriptParser;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DrainTest {

  private static final Answer NO_CONTENT = new Answer.Status(204);
  private static final Answer UNAVAILABLE = new Answer.Status(503);
  private static final Answer SILENCE = new Answer.Silence("no answer within 5 s");
  private static final Answer REFUSED = new Answer.NoConnection("nobody listens");

  /** Answers as it was told to and remembers what came. */
  private static final class ScriptedDoor implements Door {
    final Deque<Answer> answers = new ArrayDeque<>();
    final List<String> frameIds = new ArrayList<>();
    final List<String> bodies = new ArrayList<>();

    @Override
    public Answer post(String frameId, Batch batch) {
      frameIds.add(frameId);
      bodies.add(new String(batch.body(), StandardCharsets.UTF_8));
      return answers.isEmpty() ? NO_CONTENT : answers.remove();
    }
  }

  private final ScriptedDoor door = new ScriptedDoor();
  private final Drain drain =
      new Drain(
          door,
          FrameIds.of("test"),
          Clock.fixed(Instant.parse("2026-03-01T10:00:00Z"), ZoneOffset.UTC),
          new Reconnect());

  private Outcome send(String... messages) throws InterruptedException {
    Batch batch = new Batch();
    for (String message : messages) {
      Frame.of(TranscriptParser.parse(1, "app[web.1]: " + message), Instant.EPOCH)
          .forEach(batch::add);
    }
    return drain.send(batch);
  }

  @Test
  void everyBatchHasItsOwnFrameId() throws Exception {
    send("a");
    send("b");

    assertThat(door.frameIds).doesNotHaveDuplicates().allMatch(id -> id.matches("[0-9A-F]{32}"));
    assertThat(drain.totals().acknowledged()).isEqualTo(2);
  }

  @Test
  void aFailureIsTriedThreeTimesWithTheSameFrameId() throws Exception {
    door.answers.addAll(List.of(UNAVAILABLE, SILENCE));

    assertThat(send("a")).isEqualTo(Outcome.ACKNOWLEDGED);

    assertThat(door.frameIds).hasSize(3);
    assertThat(door.frameIds.stream().distinct()).hasSize(1);
    assertThat(drain.totals()).isEqualTo(new Totals(3, 1, 0, 0, "no answer within 5 s"));
  }

  @Test
  void afterThreeFailuresItIsDroppedAndTheNextBodySaysSo() throws Exception {
    door.answers.addAll(List.of(UNAVAILABLE, UNAVAILABLE, new Answer.Status(429)));

    assertThat(send("a", "b")).isEqualTo(Outcome.GIVEN_UP);
    assertThat(send("c")).isEqualTo(Outcome.ACKNOWLEDGED);
    assertThat(send("d")).isEqualTo(Outcome.ACKNOWLEDGED);

    assertThat(door.bodies.get(3)).contains("Error L10", ": 2 messages dropped since");
    assertThat(door.bodies.get(4)).doesNotContain("Error L10");
    assertThat(drain.totals()).isEqualTo(new Totals(5, 2, 2, 0, "the answer was 429"));
  }

  @Test
  void aRefusalIsFinal() throws Exception {
    door.answers.add(new Answer.Status(401));

    assertThat(send("a")).isEqualTo(Outcome.REFUSED);

    assertThat(door.frameIds).hasSize(1);
    assertThat(drain.totals().dropped()).isEqualTo(1);
  }

  @Test
  void losesAddUpUntilTheyAreTold() throws Exception {
    door.answers.addAll(List.of(new Answer.Status(400), new Answer.Status(400)));

    send("a");
    send("b");
    send("c");

    assertThat(door.bodies.get(1)).contains(": 1 messages dropped");
    assertThat(door.bodies.get(2)).contains(": 2 messages dropped");
  }

  @Test
  void aRefusedConnectionCostsNoAttempt() throws Exception {
    door.answers.addAll(List.of(REFUSED, UNAVAILABLE, REFUSED, REFUSED, UNAVAILABLE));

    assertThat(send("a")).isEqualTo(Outcome.ACKNOWLEDGED);

    assertThat(drain.totals().requests()).isEqualTo(3);
  }

  @Test
  void theSameKeyMakesTheSameFrameIds() {
    FrameIds one = FrameIds.of("story");
    FrameIds other = FrameIds.of("story");

    assertThat(List.of(one.get(), one.get())).isEqualTo(List.of(other.get(), other.get()));
    assertThat(FrameIds.fresh().get()).isNotEqualTo(FrameIds.fresh().get());
  }
}
