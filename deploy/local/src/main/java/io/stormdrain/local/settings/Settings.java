package io.stormdrain.local.settings;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the user has set. Values may be secrets: {@code toString} shows names alone.
 *
 * @param values by name, as environment variables are
 */
public record Settings(Map<String, String> values) {

  /** Copies the map. */
  public Settings {
    values = Map.copyOf(values);
  }

  /** The file's values, and over them the environment's. */
  public static Settings of(Map<String, String> file, Map<String, String> environment) {
    Map<String, String> values = new TreeMap<>(file);
    values.putAll(environment);
    return new Settings(values);
  }

  /** A value that is there and not blank: compose files and CI set unwanted names to nothing. */
  public Optional<String> value(String name) {
    return Optional.ofNullable(values.get(name)).filter(value -> !value.isBlank());
  }

  /** Whether all of the names have a value. */
  public boolean has(String... names) {
    for (String name : names) {
      if (value(name).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String toString() {
    return "Settings" + new TreeSet<>(values.keySet());
  }
}
