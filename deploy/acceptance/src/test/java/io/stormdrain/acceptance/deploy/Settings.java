package io.stormdrain.acceptance.deploy;

import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Names of settings as an environment spells them. */
final class Settings {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Za-z_.]+)");
  private static final Pattern IN_TABLE = Pattern.compile("(?m)^\\| `(stormdrain\\.[a-z.-]+)` \\|");

  /** Quarkus knows it, our configuration leaves it open. */
  private static final Set<String> ALSO = Set.of("QUARKUS_DATASOURCE_PASSWORD");

  private Settings() {}

  /** What a service takes: what its configuration sets or asks for, and what its README lists. */
  static Set<String> known(String service) {
    Set<String> known = placeholders(service);
    Checkout.properties(service).stringPropertyNames().forEach(name -> known.add(variable(name)));
    IN_TABLE
        .matcher(Checkout.text(service + "-service/README.md"))
        .results()
        .forEach(row -> known.add(variable(row.group(1))));
    known.addAll(ALSO);
    return known;
  }

  /** What its configuration asks the environment for. */
  static Set<String> placeholders(String service) {
    Properties properties = Checkout.properties(service);
    Set<String> names = new TreeSet<>();
    for (Object value : properties.values()) {
      PLACEHOLDER
          .matcher(value.toString())
          .results()
          .forEach(found -> names.add(variable(found.group(1))));
    }
    return names;
  }

  private static String variable(String property) {
    return property.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
  }
}
