package io.stormdrain.ingest.source;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How what is written in the file of sources differs from what the registry holds.
 *
 * @param source its id
 * @param detail which field, and both its values; empty where the source is in one place only
 */
public record Drift(Kind kind, String source, String detail) {

  /** In which way. */
  public enum Kind {
    ONLY_IN_FILE,
    ONLY_IN_REGISTRY,
    DIFFERENT;

    /** As answers write it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  private static final Map<String, Function<Source, @Nullable Object>> FIELDS = fields();

  private static Map<String, Function<Source, @Nullable Object>> fields() {
    Map<String, Function<Source, @Nullable Object>> fields = new TreeMap<>();
    fields.put("app", Source::app);
    fields.put("platform", source -> source.platform().word());
    fields.put("environment", Source::environment);
    fields.put("team", Source::team);
    fields.put("lines-per-second", Source::linesPerSecond);
    return fields;
  }

  /** All of it, by source. */
  public static List<Drift> between(Collection<Source> file, Collection<Source> registry) {
    Map<String, Source> written = byId(file);
    Map<String, Source> held = byId(registry);
    TreeSet<String> ids = new TreeSet<>(written.keySet());
    ids.addAll(held.keySet());
    List<Drift> drift = new ArrayList<>();
    for (String id : ids) {
      Source one = written.get(id);
      Source other = held.get(id);
      if (one == null || other == null) {
        drift.add(new Drift(other == null ? Kind.ONLY_IN_FILE : Kind.ONLY_IN_REGISTRY, id, ""));
      } else {
        drift.addAll(different(one, other));
      }
    }
    return drift;
  }

  private static List<Drift> different(Source written, Source held) {
    List<Drift> drift = new ArrayList<>();
    FIELDS.forEach((name, field) -> {
      Object one = field.apply(written);
      Object other = field.apply(held);
      if (!Objects.equals(one, other)) {
        String detail =
            "%s: %s in the file, %s in the registry".formatted(name, word(one), word(other));
        drift.add(new Drift(Kind.DIFFERENT, written.id(), detail));
      }
    });
    if (!written.secrets().equals(held.secrets())) {
      drift.add(new Drift(Kind.DIFFERENT, written.id(), "secrets"));
    }
    return drift;
  }

  private static String word(@Nullable Object value) {
    return value == null ? "none" : "'" + value + "'";
  }

  private static Map<String, Source> byId(Collection<Source> sources) {
    return sources.stream().collect(Collectors.toMap(Source::id, source -> source));
  }
}
