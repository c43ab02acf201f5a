package io.stormdrain.notifier.probe;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.stormdrain.notifier.threshold.Durations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads a file of probes, strictly: the first thing that is wrong is named. */
final class ProbeFile {

  private static final ObjectMapper YAML =
      YAMLMapper.builder(
              YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
          .build();

  /** A probe as it is written. */
  private record Written(
      @Nullable String app,
      @Nullable String environment,
      @Nullable URI url,
      @Nullable String every,
      @Nullable String timeout,
      @Nullable Integer expect) {

    Probe probe() {
      return new Probe(
          Objects.requireNonNullElse(app, ""),
          Objects.requireNonNullElse(environment, ""),
          Objects.requireNonNullElse(url, URI.create("")),
          Durations.of(Objects.requireNonNullElse(every, "1m")),
          Durations.of(Objects.requireNonNullElse(timeout, "5s")),
          expect);
    }
  }

  private ProbeFile() {}

  /**
   * Reads it.
   *
   * @throws IllegalArgumentException that says which probe is wrong, and how
   */
  static List<Probe> read(Path file) {
    List<Written> written = written(file);
    List<Probe> probes = new ArrayList<>();
    Set<Probe.Key> known = new HashSet<>();
    for (Written one : written) {
      String place = "%s: probe %d".formatted(file, probes.size() + 1);
      try {
        Probe probe = one.probe();
        if (!known.add(probe.key())) {
          throw new IllegalArgumentException("app '" + probe.app() + "' is there twice");
        }
        probes.add(probe);
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(place + ": " + e.getMessage(), e);
      }
    }
    return probes;
  }

  private static List<Written> written(Path file) {
    try {
      return YAML.readValue(Files.readString(file), new TypeReference<List<Written>>() {});
    } catch (UnrecognizedPropertyException e) {
      String known =
          e.getKnownPropertyIds().stream().map(String::valueOf).collect(Collectors.joining(", "));
      throw wrong(file, e, "unknown key '%s', known are %s".formatted(e.getPropertyName(), known));
    } catch (JsonProcessingException e) {
      throw wrong(file, e, "expected a list of probes; " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new UncheckedIOException("file of probes cannot be read: " + file, e);
    }
  }

  private static IllegalArgumentException wrong(Path file, JsonProcessingException e, String what) {
    int line = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
    return new IllegalArgumentException("%s:%d: %s".formatted(file, line, what), e);
  }
}
