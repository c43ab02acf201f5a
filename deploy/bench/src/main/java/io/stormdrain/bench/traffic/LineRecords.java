package io.stormdrain.bench.traffic;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * The records that the door makes of frames, byte for byte as its contract says. As much as
 * possible is made beforehand, so that sending them costs what Kafka's client costs.
 */
public final class LineRecords {

  /** Of PRI % 8, OpenTelemetry's number as the contract's header writes it. */
  private static final List<String> SEVERITIES =
      List.of("21", "19", "18", "17", "13", "10", "9", "5");

  private final String topic;
  private final Frames frames;
  private final List<byte[]> keys = new ArrayList<>();
  private final List<byte[]> values = new ArrayList<>();
  private final List<RecordHeaders> shared = new ArrayList<>();

  /** Records of these frames for a topic. */
  public LineRecords(String topic, Frames frames) {
    this.topic = topic;
    this.frames = frames;
    Map<String, RecordHeaders> known = new HashMap<>();
    for (int i = 0; i < frames.count() * frames.linesPerFrame(); i++) {
      TrafficLine line = frames.lines().get(i);
      String app = frames.app(i / frames.linesPerFrame());
      keys.add(app.getBytes(US_ASCII));
      values.add(line.text().getBytes(US_ASCII));
      shared.add(
          known.computeIfAbsent(
              String.join("/", app, line.process(), Integer.toString(line.priority())),
              key -> encoded(app, line)));
    }
  }

  private static RecordHeaders encoded(String app, TrafficLine line) {
    RecordHeaders headers = new RecordHeaders();
    add(headers, "service.name", app);
    add(headers, "service.instance.id", line.process());
    add(headers, "deployment.environment.name", "production");
    add(headers, "paas.platform", "heroku");
    add(headers, "origin", line.speaker().equals("heroku") ? "platform" : "app");
    add(headers, "dialect", "logplex");
    add(headers, "severity", SEVERITIES.get(line.priority() % SEVERITIES.size()) + " guessed");
    return headers;
  }

  private static void add(RecordHeaders headers, String name, String value) {
    headers.add(name, value.getBytes(US_ASCII));
  }

  /** How many lines there are. */
  public int count() {
    return keys.size();
  }

  /**
   * A line's record with headers that {@link #headers} made.
   *
   * @param turn how often all frames were sent before
   */
  public ProducerRecord<byte[], byte[]> record(int line, long turn, RecordHeaders headers) {
    long millis = frames.millis(turn * count() + line);
    return new ProducerRecord<>(topic, null, millis, keys.get(line), values.get(line), headers);
  }

  /**
   * A line's headers.
   *
   * @param turn how often all frames were sent before; a frame has another id each time
   */
  public RecordHeaders headers(int line, long turn) {
    long frame = turn * frames.count() + line / frames.linesPerFrame();
    byte[] id = FrameName.of(frame);
    byte[] index = ("#" + line % frames.linesPerFrame()).getBytes(US_ASCII);
    byte[] value = Arrays.copyOf(id, id.length + index.length);
    System.arraycopy(index, 0, value, id.length, index.length);
    Header header = new RecordHeader("frame", value);
    RecordHeaders headers = new RecordHeaders(shared.get(line));
    headers.add(header);
    return headers;
  }
}
