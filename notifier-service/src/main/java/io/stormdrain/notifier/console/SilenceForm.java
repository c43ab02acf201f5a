package io.stormdrain.notifier.console;

import io.stormdrain.notifier.api.SilenceRequest;
import io.stormdrain.notifier.route.Attribute;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What somebody has filled in to ask for silence.
 *
 * @param fields about what, in the order of the page; empty text where nothing is said
 */
public record SilenceForm(List<Field> fields, String until, String why) {

  /** How it may end, and what else may be said. */
  static final List<String> UNTIL =
      List.of("1h", "4h", "1d", "7d", "next-release", "count-doubles");

  private static final List<Attribute> ASKED =
      List.of(
          Attribute.APP,
          Attribute.CLASS,
          Attribute.PROCESS,
          Attribute.ENVIRONMENT,
          Attribute.SEVERITY,
          Attribute.TEAM);

  public SilenceForm {
    fields = List.copyOf(fields);
  }

  /**
   * A field.
   *
   * @param name as routes write the attribute
   */
  public record Field(String name, String value) {}

  static SilenceForm of(MultivaluedMap<String, String> said) {
    return new SilenceForm(
        ASKED.stream().map(asked -> new Field(asked.word(), text(said, asked.word()))).toList(),
        text(said, "until"),
        text(said, "why"));
  }

  /** What somebody asks for with it. */
  SilenceRequest asked(String by) {
    Map<String, List<String>> match = new LinkedHashMap<>();
    fields.forEach(field -> {
      List<String> texts =
          Stream.of(field.value().split(",", -1))
              .map(String::strip)
              .filter(text -> !text.isEmpty())
              .toList();
      if (!texts.isEmpty()) {
        match.put(field.name(), texts);
      }
    });
    return new SilenceRequest(match, until, by, why);
  }

  /** The ways to end that are offered, with what was said if it is another. */
  public List<String> ends() {
    return until.isEmpty() || UNTIL.contains(until)
        ? UNTIL
        : Stream.concat(Stream.of(until), UNTIL.stream()).toList();
  }

  private static String text(MultivaluedMap<String, String> said, String name) {
    return Objects.requireNonNullElse(said.getFirst(name), "").strip();
  }
}
