package io.stormdrain.ingest.logplex;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A body's lines as values, for tests to compare. */
record Decoded(List<Line> lines, BodyCounts counts) {
  static final FrameHeaders LOGPLEX =
      FrameHeaders.of("Logplex/v72", "d.fc6b856b-3332-4546-93de-7d0ee272c3bd", null, null, null);
  static final FrameHeaders LOG_SHUTTLE =
      FrameHeaders.of("log-shuttle/0.22.0 (go1.x; linux; amd64; gc)", null, "2", "111", null);

  /** One line; a raw one has no sender. {@code flags} are t, g and r. */
  record Line(int index, String from, String flags, String text) {}

  static Decoded of(byte[] body, FrameHeaders headers) {
    LogplexLines lines = new LogplexLines(body, body.length, headers);
    List<Line> read = new ArrayList<>();
    while (lines.next()) {
      String flags =
          (lines.isTruncated() ? "t" : "")
              + (lines.isAfterGap() ? "g" : "")
              + (lines.isRaw() ? "r" : "");
      String from =
          lines.isRaw()
              ? ""
              : lines.priority()
                  + " "
                  + text(body, lines.appFrom(), lines.appTo())
                  + " "
                  + text(body, lines.processFrom(), lines.processTo());
      read.add(new Line(lines.index(), from, flags, new String(lines.value(), UTF_8)));
    }
    return new Decoded(read, lines.counts());
  }

  static Decoded logplex(String fixture) {
    return of(fixture(fixture), LOGPLEX);
  }

  List<String> texts() {
    return lines.stream().map(line -> line.flags() + "|" + line.text()).toList();
  }

  static byte[] fixture(String name) {
    try (InputStream file = Decoded.class.getResourceAsStream("/drain/" + name + ".body")) {
      return Objects.requireNonNull(file, name).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(byte[] body, int from, int to) {
    return new String(body, from, to - from, UTF_8);
  }
}
