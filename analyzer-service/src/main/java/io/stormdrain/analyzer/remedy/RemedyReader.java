package io.stormdrain.analyzer.remedy;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads remedy files, strictly. */
public final class RemedyReader {

  private static final ObjectMapper YAML =
      YAMLMapper.builder(
              YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  record RemedyFile(String means, List<StepFile> steps) {
    Remedy remedy(String id) {
      return new Remedy(
          id,
          Objects.requireNonNull(means, "means"),
          Objects.requireNonNull(steps, "steps").stream().map(StepFile::step).toList());
    }
  }

  record StepFile(Map<String, String> when, String say) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static StepFile of(String say) {
      return new StepFile(Map.of(), say);
    }

    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    static StepFile of(
        @JsonProperty("when") @Nullable Map<String, String> when, @JsonProperty("say") String say) {
      return new StepFile(Objects.requireNonNullElse(when, Map.of()), say);
    }

    Remedy.Step step() {
      return new Remedy.Step(when, Phrase.of(say));
    }
  }

  private final Map<String, Remedy> remedies = new LinkedHashMap<>();

  /** Reads one file: remedies by their ids. {@code name} is what messages call it. */
  public RemedyReader read(String name, InputStream yaml) {
    try {
      Map<String, RemedyFile> written = YAML.readValue(yaml, new TypeReference<>() {});
      written.forEach((id, remedy) -> {
        if (remedies.putIfAbsent(id, remedy.remedy(id)) != null) {
          throw new IllegalArgumentException(name + ": remedy '" + id + "' is there twice");
        }
      });
      return this;
    } catch (IOException e) {
      throw new IllegalArgumentException(name + ": " + e.getMessage(), e);
    }
  }

  /** All remedies read, by id. */
  public Map<String, Remedy> remedies() {
    return Map.copyOf(remedies);
  }
}
