package io.stormdrain.notifier.routing;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.stormdrain.notifier.Secret;
import io.stormdrain.notifier.route.Attribute;
import io.stormdrain.notifier.route.Matchers;
import io.stormdrain.notifier.threshold.Durations;
import io.stormdrain.notifier.threshold.Severity;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How the routing file writes values. */
final class RoutingValues extends SimpleModule {

  private static final long serialVersionUID = 1;
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)}");

  /** Makes a value of its text; throws IllegalArgumentException that quotes no secret. */
  private interface Reading<T> {
    T of(String text, int line);
  }

  RoutingValues(UnaryOperator<@Nullable String> environment) {
    add(Duration.class, (text, line) -> Durations.of(text));
    add(Severity.class, (text, line) -> severity(text));
    add(Word.class, Word::new);
    add(Secret.class, (text, line) -> Secret.of(filled(text, environment)));
    add(Attribute.class, (text, line) -> Attribute.of(text));
    add(Days.class, (text, line) -> Days.of(text));
    add(LocalTime.class, (text, line) -> Times.clock(text));
    add(LocalDate.class, (text, line) -> Times.day(text));
    add(ZoneId.class, (text, line) -> Times.zone(text));
    addDeserializer(Matchers.class, new Matching());
  }

  private <T> void add(Class<T> type, Reading<T> reading) {
    addDeserializer(
        type,
        new StdDeserializer<T>(type) {
          private static final long serialVersionUID = 1;

          @Override
          public T deserialize(JsonParser parser, DeserializationContext context)
              throws IOException {
            return scalar(parser, reading);
          }
        });
  }

  private static <T> T scalar(JsonParser parser, Reading<T> reading) throws IOException {
    JsonToken token = parser.currentToken();
    if (token != JsonToken.FIELD_NAME && !token.isScalarValue()) {
      throw JsonMappingException.from(parser, "expected one value, not a list or a map");
    }
    try {
      return reading.of(parser.getText(), parser.currentTokenLocation().getLineNr());
    } catch (IllegalArgumentException e) {
      throw JsonMappingException.from(parser, String.valueOf(e.getMessage()));
    }
  }

  private static Severity severity(String word) {
    return Arrays.stream(Severity.values())
        .filter(severity -> severity.word().equals(word))
        .findFirst()
        .orElseThrow(() ->
            new IllegalArgumentException(
                "unknown severity '%s', known are %s"
                    .formatted(
                        word,
                        Arrays.stream(Severity.values())
                            .map(Severity::word)
                            .collect(Collectors.joining(", ")))));
  }

  /** With the environment's values in the place of their names. */
  private static String filled(String text, UnaryOperator<@Nullable String> environment) {
    Matcher variable = VARIABLE.matcher(text);
    StringBuilder filled = new StringBuilder();
    while (variable.find()) {
      String value = environment.apply(variable.group(1));
      if (value == null || value.isEmpty()) {
        throw new IllegalArgumentException("${" + variable.group(1) + "} is not set");
      }
      variable.appendReplacement(filled, Matcher.quoteReplacement(value));
    }
    return variable.appendTail(filled).toString();
  }

  /** {@code {app: "shop-*", severity: [high, critical]}}. */
  private static final class Matching extends StdDeserializer<Matchers> {

    private static final long serialVersionUID = 1;

    Matching() {
      super(Matchers.class);
    }

    @Override
    public Matchers deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      if (parser.currentToken() != JsonToken.START_OBJECT) {
        throw JsonMappingException.from(parser, "expected attributes, as in {app: shop}");
      }
      Map<Attribute, List<String>> wanted = new EnumMap<>(Attribute.class);
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        Attribute attribute = scalar(parser, (text, line) -> Attribute.of(text));
        parser.nextToken();
        wanted.put(attribute, texts(parser, attribute));
      }
      return new Matchers(wanted);
    }

    private static List<String> texts(JsonParser parser, Attribute attribute) throws IOException {
      List<String> texts = new ArrayList<>();
      if (parser.currentToken() == JsonToken.START_ARRAY) {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          texts.add(scalar(parser, (text, line) -> checked(attribute, text)));
        }
      } else {
        texts.add(scalar(parser, (text, line) -> checked(attribute, text)));
      }
      if (texts.isEmpty()) {
        throw JsonMappingException.from(parser, "'" + attribute.word() + "' has nothing to match");
      }
      return texts;
    }

    /** A severity that there is not would silently match nothing. */
    private static String checked(Attribute attribute, String text) {
      if (attribute == Attribute.SEVERITY && !text.contains("*")) {
        severity(text.startsWith("!") ? text.substring(1) : text);
      }
      return text;
    }
  }
}
