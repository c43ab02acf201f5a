package io.stormdrain.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.stormdrain.analyzer.line.LogLine;
import io.stormdrain.local.transcript.Origin;
import io.stormdrain.local.transcript.PastedLog;
import io.stormdrain.local.transcript.TranscriptLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * A log file whose lines say when and by whom they were written, as an app of its own would have
 * sent it: at the same pace, just now.
 */
record RecordedLog(Path file, String app, List<TranscriptLine> lines, Duration ago) {

  RecordedLog {
    lines = List.copyOf(lines);
  }

  /** All of a folder, each ending at that time. */
  static List<RecordedLog> in(Path folder, String prefix, Instant end) throws IOException {
    List<RecordedLog> logs = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".log")).sorted().toList()) {
        String app = prefix + file.getFileName().toString().replace(".log", "");
        List<TranscriptLine> lines = PastedLog.read(Files.readString(file).lines().toList());
        if (lines.stream().allMatch(RecordedLog::isWhole)) {
          Instant last =
              lines.stream().map(RecordedLog::time).max(Instant::compareTo).orElseThrow();
          logs.add(new RecordedLog(file, app, lines, Duration.between(last, end)));
        }
      }
    }
    return logs;
  }

  /** Text that was pasted without its prefixes is nothing that a drain sends. */
  private static boolean isWhole(TranscriptLine line) {
    return line.time() != null && line.process() != null;
  }

  private static Instant time(TranscriptLine line) {
    return Objects.requireNonNull(line.time());
  }

  Instant begin() {
    return lines.stream().map(RecordedLog::time).min(Instant::compareTo).orElseThrow().plus(ago);
  }

  List<ProducerRecord<byte[], byte[]>> records() {
    return IntStream.range(0, lines.size()).mapToObj(i -> record(lines.get(i), i)).toList();
  }

  private ProducerRecord<byte[], byte[]> record(TranscriptLine line, int index) {
    RecordHeaders headers = new RecordHeaders();
    add(headers, "service.name", app);
    add(headers, "service.instance.id", Objects.requireNonNull(line.process()));
    add(headers, "paas.platform", LogLine.UNKNOWN_PLATFORM);
    add(headers, "frame", app + "#" + index);
    add(headers, "origin", line.origin() == Origin.PLATFORM ? "platform" : "app");
    return new ProducerRecord<>(
        "log-lines",
        null,
        time(line).plus(ago).toEpochMilli(),
        app.getBytes(UTF_8),
        line.message().getBytes(UTF_8),
        headers);
  }

  private static void add(RecordHeaders headers, String name, String value) {
    headers.add(name, value.getBytes(UTF_8));
  }
}
