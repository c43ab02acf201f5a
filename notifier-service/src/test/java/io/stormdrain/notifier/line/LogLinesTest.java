package io.stormdrain.notifier.line;

import static org.assertj.core.api.Assertions.assertThat;

import io.stormdrain.engines.Engines;
import io.stormdrain.notifier.WrittenLog;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Log lines read back from a real Kafka. */
final class LogLinesTest {

  private static final Instant TEN = Instant.parse("2026-03-01T10:00:00Z");

  private final LogLines lines = new LogLines(Map.of("bootstrap.servers", Engines.kafka()));
  private final WrittenLog log = new WrittenLog();

  @AfterEach
  void end() {
    log.close();
  }

  @Test
  void aLineHasThoseOfItsAppAroundItAndNoOthers() {
    for (int line = 0; line < 1_000; line++) {
      log.line(line % 4 == 0 ? "around" : "noise-" + line % 60, at(line), "line " + line);
    }
    List<RecordMetadata> places = log.places();
    RecordMetadata place = places.get(800);

    Excerpt.Shown shown = shown(lines.around("around", place.partition(), place.offset(), 50, 20));

    assertThat(shown.line())
        .isEqualTo(
            new LogLine(
                place.partition(), place.offset(), at(800), "web.1", "v7", false, "line 800"));
    assertThat(shown.before()).extracting(LogLine::text).isEqualTo(texts(600, 800));
    assertThat(shown.after()).extracting(LogLine::text).isEqualTo(texts(804, 884));
  }

  @Test
  void atTheBeginningAndTheEndOfTheLogThereIsLessAround() {
    log.line("edges", at(0), "a").line("edges", at(1), "b").line("edges", at(2), "c");
    List<RecordMetadata> places = log.places();

    Excerpt.Shown shown =
        shown(lines.around("edges", places.get(1).partition(), places.get(1).offset(), 50, 20));

    assertThat(shown.before()).extracting(LogLine::text).containsExactly("a");
    assertThat(shown.after()).extracting(LogLine::text).containsExactly("c");
  }

  @Test
  void whatKafkaHasForgottenIsSaidToBeForgotten() {
    log.line("old", at(0), "gone").line("old", at(1), "kept");
    List<RecordMetadata> places = log.places();
    WrittenLog.forget(places.get(1));

    assertThat(lines.around("old", places.getFirst().partition(), places.getFirst().offset(), 5, 5))
        .isEqualTo(new Excerpt.Missing(Excerpt.Why.FORGOTTEN));
  }

  @Test
  void aLineOfAnotherAppIsNotShown() {
    RecordMetadata place = log.line("secretive", at(0), "mine").places().getFirst();

    assertThat(lines.around("curious", place.partition(), place.offset(), 5, 5))
        .isEqualTo(new Excerpt.Missing(Excerpt.Why.REPLACED));
    assertThat(lines.around("secretive", place.partition(), place.offset() + 1_000, 5, 5))
        .isEqualTo(new Excerpt.Missing(Excerpt.Why.REPLACED));
  }

  @Test
  void whereNobodyAnswersThatIsSaid() {
    LogLines nowhere = new LogLines(Map.of("bootstrap.servers", "127.0.0.1:1"));

    assertThat(nowhere.around("any", 0, 0, 5, 5))
        .isEqualTo(new Excerpt.Missing(Excerpt.Why.SILENT));
    assertThat(nowhere.search(search("any", "", 10, null), line -> true))
        .isEqualTo(Looked.nowhere(Looked.End.SILENT));
  }

  @Test
  void linesAreFoundByTheirTextInAnyLetters() {
    log.line("text", at(0), "GET /a").line("text", at(1), "Boom: É").line("other", at(2), "boom");
    log.places();
    List<LogLine> found = new ArrayList<>();

    Looked looked = lines.search(search("text", "bOOM: é", 10, null), found::add);

    assertThat(found).extracting(LogLine::text).containsExactly("Boom: É");
    assertThat(looked.end()).isEqualTo(Looked.End.ALL);
    assertThat(looked.lines()).isGreaterThanOrEqualTo(2);
    assertThat(looked.next()).isNotNull();
  }

  @Test
  void linesAreFoundByTheirTime() {
    for (int line = 0; line < 10; line++) {
      log.line("times", at(line * 600), "line " + line);
    }
    log.places();
    List<LogLine> found = new ArrayList<>();

    lines.search(new Search("times", at(1_200), at(2_400), "", 100, null), found::add);

    assertThat(found).extracting(LogLine::text).containsExactly("line 2", "line 3");
  }

  @Test
  void aSearchGoesOnWhereItStopped() {
    for (int line = 0; line < 25; line++) {
      log.line("pages", at(line), "line " + line);
    }
    log.places();
    List<LogLine> found = new ArrayList<>();
    List<Looked.End> ends = new ArrayList<>();
    @Nullable Long next = null;
    do {
      Looked looked = lines.search(search("pages", "", 10, next), found::add);
      ends.add(looked.end());
      next = looked.next();
    } while (ends.getLast() != Looked.End.ALL);

    assertThat(found)
        .extracting(LogLine::text)
        .isEqualTo(IntStream.range(0, 25).mapToObj(line -> "line " + line).toList());
    assertThat(ends).containsExactly(Looked.End.ENOUGH, Looked.End.ENOUGH, Looked.End.ALL);
  }

  @Test
  void whoLeavesEndsTheSearch() {
    for (int line = 0; line < 25; line++) {
      log.line("leaving", at(line), "line " + line);
    }
    log.places();
    List<LogLine> found = new ArrayList<>();

    Looked looked =
        lines.search(
            search("leaving", "", 100, null),
            line -> {
              found.add(line);
              return found.size() < 3;
            });

    assertThat(found).hasSize(3);
    assertThat(looked.end()).isEqualTo(Looked.End.LEFT);
  }

  private static Search search(String source, String text, int most, @Nullable Long cursor) {
    return new Search(source, TEN, at(3_600), text, most, cursor);
  }

  private static Excerpt.Shown shown(Excerpt excerpt) {
    assertThat(excerpt).isInstanceOf(Excerpt.Shown.class);
    return (Excerpt.Shown) excerpt;
  }

  private static List<String> texts(int from, int until) {
    return IntStream.range(from, until)
        .filter(line -> line % 4 == 0)
        .mapToObj(line -> "line " + line)
        .toList();
  }

  private static Instant at(int second) {
    return TEN.plusSeconds(second);
  }
}
