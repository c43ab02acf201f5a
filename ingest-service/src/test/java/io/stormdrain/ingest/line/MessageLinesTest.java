package io.stormdrain.ingest.line;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.stormdrain.ingest.message.Count;
import io.stormdrain.ingest.message.Message;
import io.stormdrain.ingest.message.Messages;
import io.stormdrain.ingest.message.Moment;
import io.stormdrain.ingest.message.Origin;
import io.stormdrain.ingest.message.Severity;
import io.stormdrain.ingest.message.Severity.Trust;
import io.stormdrain.ingest.message.Tally;
import io.stormdrain.ingest.message.Text;
import io.stormdrain.ingest.message.Voice;
import io.stormdrain.ingest.source.Platform;
import io.stormdrain.ingest.source.Source;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MessageLinesTest {
  private static final long RECEIVED = 1_764_896_180_000L;
  private static final Moment MOMENT = Moment.ofMillis(RECEIVED - 3_000);
  private static final Text TEXT = Text.of("boom");

  private final Voices voices =
      new Voices(new Source("shop-production", "shop", Platform.RAILWAY, "production"), "otlp");

  @Test
  void aVoiceSaysWhoAndWhereInHeaders() {
    Voice voice = new Voice(Origin.APP, "heroku", "Shop", "web.1", "Staging", "v43");
    LogLine line = line(Message.line(voice, TEXT, MOMENT, new Severity(17, Trust.EXPLICIT)));

    assertThat(line.timestamp()).isEqualTo(RECEIVED - 3_000);
    assertThat(line.value()).isEqualTo("boom".getBytes(UTF_8));
    assertThat(new String(line.key(), UTF_8)).isEqualTo("shop-production");
    assertThat(headers(line))
        .containsExactly(
            Map.entry("service.name", "shop"),
            Map.entry("service.instance.id", "web.1"),
            Map.entry("deployment.environment.name", "staging"),
            Map.entry("deployment.id", "v43"),
            Map.entry("paas.platform", "heroku"),
            Map.entry("origin", "app"),
            Map.entry("dialect", "otlp"),
            Map.entry("severity", "17 explicit"),
            Map.entry("frame", "F#0"));
  }

  @Test
  void whatTheSenderLeavesOutTheSourceKnows() {
    assertThat(headers(line(Message.line(Voice.APP, TEXT, MOMENT, null))))
        .containsExactly(
            Map.entry("service.name", "shop"),
            Map.entry("deployment.environment.name", "production"),
            Map.entry("paas.platform", "railway"),
            Map.entry("origin", "app"),
            Map.entry("dialect", "otlp"),
            Map.entry("frame", "F#0"));
  }

  @Test
  void anotherServiceOfTheSourceHasAStoryOfItsOwn() {
    Voice voice = new Voice(Origin.APP, null, "health-service", null, null, null);
    LogLine line = line(Message.line(voice, TEXT, MOMENT, null));

    assertThat(new String(line.key(), UTF_8)).isEqualTo("shop-production/health-service");
    assertThat(headers(line)).containsEntry("service.name", "health-service");
  }

  @Test
  void anEventIsMarkedAndNamedAfterItself() {
    Message event =
        Message.event(Voice.APP.as(Origin.PLATFORM), TEXT, MOMENT, "deploy.failed", "E1");

    assertThat(headers(line(event)))
        .containsEntry("event.name", "deploy.failed")
        .containsEntry("origin", "platform")
        .containsEntry("frame", "E1#0");
  }

  @Test
  void aTimeThatCannotBeUsedIsReplacedAndKept() {
    LogLine unreadable = line(Message.line(Voice.APP, TEXT, Moment.ofText("noon"), null));
    LogLine farOff = line(Message.line(Voice.APP, TEXT, Moment.ofMillis(1_000), null));

    assertThat(unreadable.timestamp()).isEqualTo(RECEIVED);
    assertThat(headers(unreadable))
        .containsEntry("flags", "time-inferred")
        .containsEntry("time.original", "noon");
    assertThat(farOff.timestamp()).isEqualTo(RECEIVED);
    assertThat(headers(farOff)).containsEntry("time.original", "1970-01-01T00:00:01Z");
  }

  @Test
  void whatCouldNotBeDecodedIsMarked() {
    assertThat(headers(line(Message.raw(TEXT)))).containsEntry("flags", "time-inferred raw");
  }

  @Test
  void linesAreNumberedInTheirBody() {
    Message message = Message.line(Voice.APP, TEXT, MOMENT, null);
    MessageLines lines = lines(FrameId.of("F", null), message, message);
    lines.next();

    assertThat(headers(Objects.requireNonNull(lines.next()))).containsEntry("frame", "F#1");
    assertThat(lines.next()).isNull();
  }

  @Test
  void theSameBytesHaveTheSameName() {
    byte[] body = "body and more".getBytes(UTF_8);
    Message message = Message.line(Voice.APP, TEXT, MOMENT, null);
    LogLine line = Objects.requireNonNull(lines(FrameId.ofContent(body, 4), message).next());

    assertThat(headers(line)).containsEntry("frame", "230d8358dc8e8890b4c58deeb62912ee#0");
  }

  private LogLine line(Message message) {
    return Objects.requireNonNull(lines(FrameId.of("F", null), message).next());
  }

  private MessageLines lines(@Nullable FrameId frame, Message... messages) {
    Queue<Message> rest = new ArrayDeque<>(List.of(messages));
    Messages body =
        new Messages() {
          @Override
          public @Nullable Message next() {
            return rest.poll();
          }

          @Override
          public Tally tally() {
            return new Count();
          }
        };
    return new MessageLines(body, voices, frame, null, RECEIVED);
  }

  private static Map<String, String> headers(LogLine line) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (Header header : line.headers()) {
      headers.put(header.key(), new String(header.value(), UTF_8));
    }
    return headers;
  }
}
