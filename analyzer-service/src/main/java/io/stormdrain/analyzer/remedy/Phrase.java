package io.stormdrain.analyzer.remedy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A sentence with places for captured values: {@code Slug {size:size} exceeds {max:size}}. A place
 * may say how its number is written: {@code size} for bytes, {@code duration} for milliseconds.
 */
public final class Phrase {

  private sealed interface Part {}

  private record Text(String text) implements Part {}

  private record Place(String name, String format) implements Part {}

  private final List<Part> parts;

  private Phrase(List<Part> parts) {
    this.parts = List.copyOf(parts);
  }

  /** Throws IllegalArgumentException when a brace is not closed. */
  public static Phrase of(String source) {
    List<Part> parts = new ArrayList<>();
    int at = 0;
    while (at < source.length()) {
      int open = source.indexOf('{', at);
      if (open < 0) {
        parts.add(new Text(source.substring(at)));
        break;
      }
      int close = source.indexOf('}', open);
      if (close < 0) {
        throw new IllegalArgumentException("'{' without '}' in: " + source);
      }
      if (open > at) {
        parts.add(new Text(source.substring(at, open)));
      }
      String inside = source.substring(open + 1, close);
      int colon = inside.indexOf(':');
      parts.add(
          colon < 0
              ? new Place(inside, "")
              : new Place(inside.substring(0, colon), inside.substring(colon + 1)));
      at = close + 1;
    }
    return new Phrase(parts);
  }

  /** Names of the values it needs. */
  public List<String> names() {
    List<String> names = new ArrayList<>();
    for (Part part : parts) {
      if (part instanceof Place place) {
        names.add(place.name());
      }
    }
    return names;
  }

  /** The first of these whose values are all known, or null. */
  public static @Nullable String first(List<Phrase> phrases, Map<String, ?> values) {
    for (Phrase phrase : phrases) {
      String rendered = phrase.render(values);
      if (rendered != null) {
        return rendered;
      }
    }
    return null;
  }

  /** The sentence, or null when one of its values is not known. */
  public @Nullable String render(Map<String, ?> values) {
    StringBuilder out = new StringBuilder();
    for (Part part : parts) {
      switch (part) {
        case Text text -> out.append(text.text());
        case Place place -> {
          Object value = values.get(place.name());
          if (value == null) {
            return null;
          }
          out.append(Quantity.write(value, place.format()));
        }
      }
    }
    return out.toString();
  }

  /** As it was written, with its places' names. */
  @Override
  public String toString() {
    StringBuilder out = new StringBuilder();
    for (Part part : parts) {
      switch (part) {
        case Text text -> out.append(text.text());
        case Place place -> out.append('{').append(place.name()).append('}');
      }
    }
    return out.toString();
  }
}
