package io.stormdrain.bench.traffic;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The lines of a frame as an {@code ExportLogsServiceRequest}, one resource with all records, as a
 * collector sends them. Field numbers are those of opentelemetry-proto's {@code logs.proto}.
 */
final class OtlpBody {

  private static final int VARINT = 0;
  private static final int FIXED64 = 1;
  private static final int BYTES = 2;
  private static final int INFO = 9;

  private OtlpBody() {}

  static byte[] protobuf(Frames frames, int frame) {
    ByteArrayOutputStream scope = new ByteArrayOutputStream();
    lines(frames, frame).forEach(line -> bytes(scope, 2, record(frames, line)));
    ByteArrayOutputStream resourceLogs = new ByteArrayOutputStream();
    ByteArrayOutputStream resource = new ByteArrayOutputStream();
    bytes(resource, 1, attribute("service.name", frames.app(frame)));
    bytes(resource, 1, attribute("service.instance.id", "web.1"));
    bytes(resourceLogs, 1, resource.toByteArray());
    bytes(resourceLogs, 2, scope.toByteArray());
    ByteArrayOutputStream request = new ByteArrayOutputStream();
    bytes(request, 1, resourceLogs.toByteArray());
    return request.toByteArray();
  }

  private static byte[] record(Frames frames, int line) {
    ByteArrayOutputStream record = new ByteArrayOutputStream();
    tag(record, 1, FIXED64);
    long nanos = frames.millis(line) * 1_000_000;
    for (int i = 0; i < Long.BYTES; i++) {
      record.write((int) (nanos >>> (8 * i)));
    }
    tag(record, 2, VARINT);
    record.write(INFO);
    bytes(record, 5, text(frames.lines().get(line).text()));
    return record.toByteArray();
  }

  private static byte[] attribute(String key, String value) {
    ByteArrayOutputStream attribute = new ByteArrayOutputStream();
    bytes(attribute, 1, key.getBytes(UTF_8));
    bytes(attribute, 2, text(value));
    return attribute.toByteArray();
  }

  private static byte[] text(String value) {
    ByteArrayOutputStream any = new ByteArrayOutputStream();
    bytes(any, 1, value.getBytes(UTF_8));
    return any.toByteArray();
  }

  private static void bytes(ByteArrayOutputStream out, int field, byte[] value) {
    tag(out, field, BYTES);
    varint(out, value.length);
    out.writeBytes(value);
  }

  private static void tag(ByteArrayOutputStream out, int field, int type) {
    varint(out, (field << 3) | type);
  }

  private static void varint(ByteArrayOutputStream out, int value) {
    int rest = value;
    while (rest > 0x7f) {
      out.write((rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    out.write(rest);
  }

  static byte[] json(Frames frames, int frame) {
    String records =
        lines(frames, frame)
            .mapToObj(line ->
                "{\"timeUnixNano\":\"%d\",\"severityNumber\":9,\"body\":{\"stringValue\":\"%s\"}}"
                    .formatted(
                        frames.millis(line) * 1_000_000,
                        frames
                            .lines()
                            .get(line)
                            .text()
                            .replace("\\", "\\\\")
                            .replace("\"", "\\\"")))
            .collect(Collectors.joining(","));
    return ("{\"resourceLogs\":[{\"resource\":{\"attributes\":["
            + "{\"key\":\"service.name\",\"value\":{\"stringValue\":\"%s\"}},"
            + "{\"key\":\"service.instance.id\",\"value\":{\"stringValue\":\"web.1\"}}]},"
            + "\"scopeLogs\":[{\"logRecords\":[%s]}]}]}")
        .formatted(frames.app(frame), records)
        .getBytes(UTF_8);
  }

  private static IntStream lines(Frames frames, int frame) {
    int first = frame * frames.linesPerFrame();
    return IntStream.range(first, first + frames.linesPerFrame());
  }
}
