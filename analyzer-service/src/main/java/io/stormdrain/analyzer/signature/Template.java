package io.stormdrain.analyzer.signature;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A line with holes: {@code Process running mem={mem:size}({percent:number}%)}. Fields are typed,
 * {@code ^} in front ties it to the line's start and {@code $} at the end to its end. Read from
 * left to right without going back over a literal, so its time is linear in the line.
 */
final class Template implements LinePattern {

  /** How often a template is tried at one of its first literal's places in a line. */
  private static final int MAX_TRIES = 8;

  sealed interface Element {}

  record Literal(byte[] bytes) implements Element {}

  record Field(@Nullable String name, CaptureType type) implements Element {}

  private final String source;
  private final List<Element> elements;
  private final @Nullable Literal first;
  private final boolean fields;
  private final boolean fromStart;
  private final boolean toEnd;
  private final boolean ignoreCase;

  private Template(String source, List<Element> elements, boolean ignoreCase) {
    this.source = source;
    this.elements = elements;
    this.first = elements.getFirst() instanceof Literal literal ? literal : next(0);
    this.fields = elements.stream().anyMatch(Field.class::isInstance);
    this.fromStart = source.startsWith("^");
    this.toEnd = source.endsWith("$");
    this.ignoreCase = ignoreCase;
  }

  /** Throws IllegalArgumentException that says what is wrong with the template. */
  static Template of(String source, boolean ignoreCase) {
    boolean fromStart = source.startsWith("^");
    boolean toEnd = source.endsWith("$");
    String body = source.substring(fromStart ? 1 : 0, source.length() - (toEnd ? 1 : 0));
    return new Template(source, TemplateSyntax.parse(body), ignoreCase);
  }

  @Override
  public String source() {
    return source;
  }

  /** Whether it is nothing but a text: where that is found, all is. */
  boolean isText() {
    return elements.size() == 1 && !fields && !fromStart && !toEnd && !source.endsWith("\n");
  }

  @Override
  public List<String> literals() {
    String longest = "";
    for (Element element : elements) {
      if (element instanceof Literal literal && literal.bytes().length > longest.length()) {
        longest = new String(literal.bytes(), UTF_8);
      }
    }
    return List.of(longest);
  }

  @Override
  public @Nullable Map<String, Object> match(LineText line) {
    byte[] text = line.bytes();
    int end = line.end();
    if (fromStart || first == null) {
      return matchAt(text, 0, end);
    }
    int from = 0;
    for (int attempt = 0; attempt < MAX_TRIES; attempt++) {
      int at = Bytes.indexOf(text, from, end, first.bytes(), ignoreCase);
      if (at < 0) {
        return null;
      }
      Map<String, Object> captures = matchAt(text, start(text, from, at), end);
      if (captures != null) {
        return captures;
      }
      from = at + 1;
    }
    return null;
  }

  /** Where the template begins whose first literal stands at {@code at}: a field goes before it. */
  private int start(byte[] text, int from, int at) {
    if (!(elements.getFirst() instanceof Field field)) {
      return at;
    }
    int start = at;
    while (start > from && field.type().accepts(text[start - 1])) {
      start--;
    }
    return start;
  }

  private @Nullable Map<String, Object> matchAt(byte[] text, int at, int end) {
    Map<String, Object> captures = fields ? new LinkedHashMap<>() : Map.of();
    int position = at;
    for (int i = 0; i < elements.size() && position >= 0; i++) {
      position =
          switch (elements.get(i)) {
            case Literal literal -> afterLiteral(text, position, end, literal);
            case Field field -> afterField(text, position, end, field, next(i), captures);
          };
    }
    boolean matched = position >= 0 && (!toEnd || position == end);
    return matched ? captures : null;
  }

  private int afterLiteral(byte[] text, int at, int end, Literal literal) {
    boolean there =
        at + literal.bytes().length <= end
            && Bytes.startsWith(text, at, literal.bytes(), ignoreCase);
    return there ? at + literal.bytes().length : -1;
  }

  private int afterField(
      byte[] text,
      int at,
      int end,
      Field field,
      @Nullable Literal next,
      Map<String, Object> captures) {
    int stop = field.type() == CaptureType.TEXT ? lazyStop(text, at, end, next) : -1;
    if (field.type() != CaptureType.TEXT) {
      stop = greedyStop(text, at, end, field.type(), next);
    }
    if (stop <= at) {
      return -1;
    }
    Object value = field.type().value(new String(text, at, end(text, at, stop, field) - at, UTF_8));
    if (value == null) {
      return -1;
    }
    if (field.name() != null) {
      captures.put(field.name(), value);
    }
    return stop;
  }

  /** A sentence's punctuation is no part of the name that it follows. */
  private static int end(byte[] text, int at, int stop, Field field) {
    int end = stop;
    boolean name = field.type() == CaptureType.WORD || field.type() == CaptureType.TOKEN;
    while (name && end - 1 > at && ".,;:!".indexOf(text[end - 1]) >= 0) {
      end--;
    }
    return end;
  }

  private int lazyStop(byte[] text, int at, int end, @Nullable Literal next) {
    if (next != null) {
      // At least one byte for the field: the literal may stand only behind it.
      return Bytes.indexOf(text, at + 1, end, next.bytes(), ignoreCase);
    }
    int stop = at;
    while (stop < end && CaptureType.TEXT.accepts(text[stop])) {
      stop++;
    }
    return stop;
  }

  private int greedyStop(byte[] text, int at, int end, CaptureType type, @Nullable Literal next) {
    int stop = at;
    while (stop < end && type.accepts(text[stop])) {
      stop++;
    }
    // "bs4." at a sentence's end: the full stop may be both part of a word and the literal behind.
    while (next != null && stop > at && afterLiteral(text, stop, end, next) < 0) {
      stop--;
    }
    return stop;
  }

  private @Nullable Literal next(int i) {
    return i + 1 < elements.size() && elements.get(i + 1) instanceof Literal literal
        ? literal
        : null;
  }
}
