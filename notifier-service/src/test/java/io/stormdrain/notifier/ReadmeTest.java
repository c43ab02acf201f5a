package io.stormdrain.notifier;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.WithDefault;
import io.stormdrain.notifier.delivery.Receivers;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The README says what is true. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
@WithTestResource(TestReceivers.class)
final class ReadmeTest {

  private static final String PREFIX = "stormdrain.notifier";
  private static final Pattern TYPE =
      Pattern.compile("# TYPE stormdrain_notifier_(\\w+) (counter|gauge|histogram)");
  private static final Pattern SHORT = Pattern.compile("\\$\\{([A-Z_]+):.*}");

  @Inject Receivers receivers;

  @Test
  void theTableOfSettingsIsComplete() {
    Map<String, String> explained = new TreeMap<>();
    Readme.rows("## Settings", PREFIX).forEach(row -> explained.put(row.get(0), row.get(2)));
    Map<String, String> real = new TreeMap<>();
    settings(PREFIX, NotifierConfig.class, real);

    assertThat(explained).isEqualTo(real);
  }

  @Test
  void theTableOfSettingsHasTheShortNames() throws IOException {
    Map<String, String> explained = new TreeMap<>();
    Readme.rows("## Settings", PREFIX).forEach(row -> explained.put(row.get(0), row.get(1)));
    explained.values().removeIf(String::isEmpty);

    assertThat(explained).isEqualTo(shortNames());
  }

  @Test
  void theTableOfMetricsIsComplete() {
    Set<String> served = new TreeSet<>();
    Matcher type = TYPE.matcher(given().get("/q/metrics").asString());
    while (type.find()) {
      served.add(type.group(1) + (type.group(2).equals("counter") ? "_total" : ""));
    }
    served.removeIf(name -> name.endsWith("_max"));

    assertThat(served)
        .isEqualTo(
            Readme.rows("### Metrics", "").stream()
                .map(List::getFirst)
                .collect(Collectors.toCollection(TreeSet::new)));
  }

  @Test
  void theTableOfMetricsHasTheirLabels() {
    String metrics = given().get("/q/metrics").asString();
    for (List<String> row : Readme.rows("### Metrics", "")) {
      Matcher line =
          Pattern.compile("(?m)^stormdrain_notifier_" + row.get(0) + "(?:_count)?(?:\\{(.*)})? ")
              .matcher(metrics);
      assertThat(line.find()).as(row.get(0) + " is counted from the start").isTrue();
      assertThat(labels(line.group(1))).as(row.get(0)).isEqualTo(labels(row.get(1)));
    }
  }

  @Test
  void everyRoomIsThere() throws IOException {
    Path source =
        Path.of(System.getProperty("stormdrain.root"), "notifier-service/src/main/java")
            .resolve("io/stormdrain/notifier");
    try (Stream<Path> folders = Files.list(source)) {
      assertThat(Readme.rows("## Rooms", "").stream().map(List::getFirst))
          .containsExactlyInAnyOrderElementsOf(
              folders.filter(Files::isDirectory).map(f -> f.getFileName().toString()).toList());
    }
  }

  @Test
  void whoIsConfiguredIsCountedFromTheStart() {
    assertThat(receivers.names()).contains("email");
    assertThat(given().get("/q/metrics").asString())
        .contains(
            "stormdrain_notifier_deliveries_total{outcome=\"dead\",reason=\"raised\",receiver=\"email\"} 0.0",
            "stormdrain_notifier_delivery_attempts_total{outcome=\"redirected\",receiver=\"email\"} 0.0");
  }

  /** Names of labels, of {@code a="1",b="2"} or {@code a, b}. */
  private static Set<String> labels(String written) {
    return written == null || written.isEmpty()
        ? Set.of()
        : Stream.of(written.split(",\\s*"))
            .map(label -> label.replaceAll("=.*", ""))
            .collect(Collectors.toCollection(TreeSet::new));
  }

  private static void settings(String prefix, Class<?> group, Map<String, String> into) {
    for (Method setting : group.getDeclaredMethods()) {
      String name =
          prefix + "." + setting.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
      if (setting.getReturnType().isInterface()
          && setting.getReturnType().getName().startsWith("io.stormdrain")) {
        settings(name, setting.getReturnType(), into);
      } else {
        WithDefault value = setting.getAnnotation(WithDefault.class);
        into.put(name, value == null ? "" : value.value());
      }
    }
  }

  private static Map<String, String> shortNames() throws IOException {
    Properties file = new Properties();
    try (InputStream in = ReadmeTest.class.getResourceAsStream("/application.properties")) {
      file.load(Objects.requireNonNull(in));
    }
    Map<String, String> names = new TreeMap<>();
    file.stringPropertyNames().stream()
        .filter(name -> name.startsWith(PREFIX))
        .forEach(name -> {
          Matcher value = SHORT.matcher(file.getProperty(name));
          assertThat(value.matches()).as(name).isTrue();
          names.put(name, value.group(1));
        });
    return names;
  }
}
