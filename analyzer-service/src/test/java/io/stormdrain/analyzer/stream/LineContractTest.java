package io.stormdrain.analyzer.stream;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** This service reads what ingest-service's contract says, and what it may say one day. */
final class LineContractTest {

  private static final List<String> REQUIRED =
      List.of("service.name", "paas.platform", "origin", "dialect");

  private final LineReader reader = new LineReader();

  static List<Path> samples() throws IOException {
    Path contract = Path.of(System.getProperty("stormdrain.root"), "ingest-service", "contract");
    try (Stream<Path> files = Files.list(contract)) {
      return files.filter(file -> file.toString().endsWith(".txt")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everySampleIsReadAsItIsWritten(Path sample) throws IOException {
    Sample written = Sample.of(sample);
    Reading.Line read = read(written);
    assertThat(read.line().text()).isEqualTo(written.value);
    assertThat(read.line().source()).isEqualTo(written.key);
    assertThat(read.line().app()).isEqualTo(written.headers.get("service.name"));
    assertThat(read.line().team()).isEqualTo(written.headers.get("team"));
    assertThat(read.line().process()).isEqualTo(written.headers.get("service.instance.id"));
    assertThat(read.line().time()).isEqualTo(written.timestamp * 1_000_000);
    String frame = written.headers.get("frame");
    assertThat(read.frame() == null ? null : read.frame() + "#" + read.index()).isEqualTo(frame);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void anUnknownHeaderIsPassedOver(Path sample) throws IOException {
    Sample written = Sample.of(sample);
    written.headers.put("colour", "red");
    assertThat(read(written).line().text()).isEqualTo(written.value);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everyOptionalHeaderMayBeMissing(Path sample) throws IOException {
    Sample written = Sample.of(sample);
    for (String name : List.copyOf(written.headers.keySet())) {
      if (!REQUIRED.contains(name)) {
        Sample without = Sample.of(sample);
        without.headers.remove(name);
        assertThat(read(without).line().text()).as(name).isEqualTo(written.value);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void withoutItsAppARecordIsParkedWithTheReason(Path sample) throws IOException {
    Sample written = Sample.of(sample);
    written.headers.remove("service.name");
    assertThat(reader.read(written.record()))
        .isEqualTo(new Reading.Unreadable(Reading.Reason.NO_APP));
  }

  private Reading.Line read(Sample sample) {
    return (Reading.Line) reader.read(sample.record());
  }

  private static final class Sample {
    private String key = "";
    private long timestamp;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private byte[] value = {};

    static Sample of(Path file) throws IOException {
      Sample sample = new Sample();
      // One character a byte: the head is ASCII or UTF-8, the value is whatever it is.
      String text = Files.readString(file, ISO_8859_1);
      int end = text.indexOf("\n\n");
      for (String line : new ArrayList<>(List.of(text.substring(0, end).split("\n", -1)))) {
        String[] words = line.split(" ", 3);
        switch (words[0]) {
          case "key" -> sample.key = words[1];
          case "timestamp" -> sample.timestamp = Long.parseLong(words[1]);
          case "header" -> sample.headers.put(words[1], words[2]);
          default -> throw new IllegalArgumentException(line);
        }
      }
      sample.value = text.substring(end + 2).getBytes(ISO_8859_1);
      return sample;
    }

    ConsumerRecord<byte[], byte[]> record() {
      RecordHeaders all = new RecordHeaders();
      headers.forEach((name, text) -> all.add(name, text.getBytes(UTF_8)));
      return new ConsumerRecord<>(
          "log-lines",
          1,
          7,
          timestamp,
          TimestampType.CREATE_TIME,
          key.length(),
          value.length,
          key.getBytes(UTF_8),
          value,
          all,
          Optional.empty());
    }
  }
}
