package io.stormdrain.notifier.threshold;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads files of alert rules, strictly: the first thing that is wrong stops it, with its place. */
public final class RuleReader {

  private static final ObjectMapper YAML =
      YAMLMapper.builder(
              YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private final Map<String, Set<String>> groups = new HashMap<>();
  private final Map<String, Written> rules = new LinkedHashMap<>();
  private int layer;

  /**
   * A rule that was read.
   *
   * @param layer whose rules take the place of those of lower layers
   */
  private record Written(AlertRule rule, String place, int layer, List<RuleTest> tests) {}

  /** Reads names for sets of classes, for use in {@code explains}. */
  public RuleReader groups(String name, InputStream yaml) {
    try {
      groups.putAll(YAML.readValue(yaml, new TypeReference<Map<String, Set<String>>>() {}));
      return this;
    } catch (JsonProcessingException e) {
      throw new RuleException(name, line(e), e.getOriginalMessage());
    } catch (IOException e) {
      throw new RuleException(name, 0, "cannot be read: " + e.getMessage());
    }
  }

  /** Reads one file, a YAML list of rules; {@code name} is what messages call it. */
  public RuleReader read(String name, InputStream yaml) {
    try (JsonParser parser = YAML.createParser(yaml)) {
      if (parser.nextToken() != JsonToken.START_ARRAY) {
        throw new RuleException(name, 1, "expected a list of alert rules");
      }
      while (parser.nextToken() == JsonToken.START_OBJECT) {
        int line = parser.currentTokenLocation().getLineNr();
        take(name, line, YAML.readValue(parser, RuleFile.class));
      }
      if (parser.currentToken() != JsonToken.END_ARRAY) {
        throw new RuleException(
            name, parser.currentTokenLocation().getLineNr(), "expected an alert rule");
      }
      return this;
    } catch (UnrecognizedPropertyException e) {
      String known =
          e.getKnownPropertyIds().stream().map(String::valueOf).collect(Collectors.joining(", "));
      throw new RuleException(
          name, line(e), "unknown key '" + e.getPropertyName() + "', known are " + known);
    } catch (JsonProcessingException e) {
      throw new RuleException(name, line(e), e.getOriginalMessage());
    } catch (IOException e) {
      throw new RuleException(name, 0, "cannot be read: " + e.getMessage());
    }
  }

  /** Rules that are read from here on take the place of those of the same id that are there. */
  public RuleReader overriding() {
    layer++;
    return this;
  }

  /** All that was read. */
  public RulePack pack() {
    try {
      return new RulePack(
          new AlertRules(rules.values().stream().map(Written::rule).toList()),
          rules.values().stream().flatMap(written -> written.tests().stream()).toList());
    } catch (IllegalArgumentException e) {
      throw new RuleException("alert rules", 0, String.valueOf(e.getMessage()));
    }
  }

  private void take(String name, int line, RuleFile written) {
    String place = name + ":" + line;
    try {
      AlertRule rule = written.rule(groups);
      Written before = rules.get(rule.id());
      if (before != null && before.layer() == layer) {
        throw new IllegalArgumentException("is there twice, also at " + before.place());
      }
      rules.put(rule.id(), new Written(rule, place, layer, written.tests(place)));
    } catch (IllegalArgumentException e) {
      throw new RuleException(name, line, "alert rule '" + written.id() + "': " + e.getMessage());
    }
  }

  private static int line(JsonProcessingException e) {
    return e.getLocation() == null ? 0 : e.getLocation().getLineNr();
  }
}
