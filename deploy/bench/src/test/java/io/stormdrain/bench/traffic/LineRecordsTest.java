package io.stormdrain.bench.traffic;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.stormdrain.ingest.line.FrameId;
import io.stormdrain.ingest.line.HerokuLines;
import io.stormdrain.ingest.line.HerokuSpeakers;
import io.stormdrain.ingest.logplex.FrameHeaders;
import io.stormdrain.ingest.logplex.LogplexLines;
import io.stormdrain.ingest.source.Platform;
import io.stormdrain.ingest.source.Source;
import java.time.Instant;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

final class LineRecordsTest {

  private static final int LINES_PER_FRAME = 25;
  private static final Frames FRAMES =
      Frames.generated(
          Apps.of("bench", 3), 12, 200, LINES_PER_FRAME, Instant.parse("2026-03-01T10:00:00Z"));

  @Test
  void theRawProducerSendsTheVeryRecordsThatTheDoorMakes() {
    LineRecords records = new LineRecords("log-lines", FRAMES);
    int line = 0;

    for (int frame = 0; frame < FRAMES.count(); frame++) {
      HerokuLines door = door(frame);
      for (int i = 0; i < LINES_PER_FRAME; i++, line++) {
        ProducerRecord<byte[], byte[]> raw = records.record(line, 0, records.headers(line, 0));
        ProducerRecord<byte[], byte[]> ours = door.next();
        assertThat(ours).isNotNull();
        assertThat(raw.topic()).isEqualTo(ours.topic());
        assertThat(raw.timestamp()).isEqualTo(ours.timestamp());
        assertThat(raw.key()).isEqualTo(ours.key());
        assertThat(raw.value()).isEqualTo(ours.value());
        assertThat(raw.headers()).isEqualTo(ours.headers());
      }
      assertThat(door.next()).isNull();
    }
  }

  @Test
  void aFrameHasAnotherIdEachTurn() {
    LineRecords records = new LineRecords("log-lines", FRAMES);

    assertThat(records.headers(0, 1)).isNotEqualTo(records.headers(0, 0));
    assertThat(records.record(0, 1, records.headers(0, 1)).timestamp())
        .isGreaterThan(records.record(0, 0, records.headers(0, 0)).timestamp());
  }

  private static HerokuLines door(int frame) {
    byte[] body = FRAMES.body(frame);
    String app = FRAMES.app(frame);
    FrameHeaders headers = FrameHeaders.of("Logplex/v73", "d.1", null, null, null);
    return new HerokuLines(
        new LogplexLines(body, body.length, headers),
        body,
        new HerokuSpeakers(new Source(app, app, Platform.HEROKU, "production")),
        FrameId.of(new String(FrameName.of(frame), US_ASCII), null),
        null,
        FRAMES.start().toEpochMilli());
  }
}
