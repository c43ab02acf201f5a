package io.stormdrain.notifier.routing;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * Reads the routing file, strictly: what it does not understand it refuses, with the line. Of the
 * parser's own words hardly any are used, since they quote the file, and there are secrets in it.
 */
final class RoutingReader {

  private static final String DUPLICATE = "Duplicate field";

  private final YAMLMapper yaml;

  /**
   * @param environment values for {@code ${NAME}}; null where there is none
   */
  RoutingReader(UnaryOperator<@Nullable String> environment) {
    yaml =
        YAMLMapper.builder(
                YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .addModule(new RoutingValues(environment))
            .build();
  }

  /**
   * Reads it whole or not at all.
   *
   * @param name of the file, for messages
   */
  RoutingFile read(String name, byte[] content) throws RoutingException {
    try {
      RoutingFile file = yaml.readValue(content, RoutingFile.class);
      if (file == null || file.route() == null) {
        throw new RoutingException(name, 1, "needs 'route', the routes' root");
      }
      return file;
    } catch (UnrecognizedPropertyException e) {
      String known =
          e.getKnownPropertyIds().stream()
              .map(String::valueOf)
              .collect(Collectors.toCollection(TreeSet::new))
              .toString();
      throw new RoutingException(
          name, line(e), "unknown key '" + e.getPropertyName() + "', known are " + known);
    } catch (JsonProcessingException e) {
      throw new RoutingException(name, line(e), reason(e));
    } catch (IOException e) {
      throw new RoutingException(name, 0, "cannot be read: " + e.getMessage());
    }
  }

  private static String reason(JsonProcessingException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof JsonParseException broken) {
        String said = String.valueOf(broken.getOriginalMessage());
        return said.startsWith(DUPLICATE) ? said : "not valid YAML";
      }
    }
    if (e.getClass() == JsonMappingException.class) {
      return e.getOriginalMessage();
    }
    if (e instanceof ValueInstantiationException
        && e.getCause() instanceof IllegalArgumentException wrong) {
      return String.valueOf(wrong.getMessage());
    }
    if (e instanceof JsonMappingException misplaced) {
      return "not of the expected form at " + place(misplaced);
    }
    return "not valid YAML";
  }

  /** {@code route.routes[2].match}. */
  private static String place(JsonMappingException e) {
    StringBuilder place = new StringBuilder();
    for (JsonMappingException.Reference step : e.getPath()) {
      if (step.getFieldName() == null) {
        place.append('[').append(step.getIndex()).append(']');
      } else {
        place.append(place.isEmpty() ? "" : ".").append(step.getFieldName());
      }
    }
    return place.isEmpty() ? "its begin" : place.toString();
  }

  private static int line(JsonProcessingException e) {
    if (e.getCause() instanceof MarkedYAMLException marked) {
      return marked.getProblemMark().getLine() + 1;
    }
    @Nullable JsonLocation location = e.getLocation();
    return location == null ? 0 : location.getLineNr();
  }
}
