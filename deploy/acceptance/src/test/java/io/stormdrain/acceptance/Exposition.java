package io.stormdrain.acceptance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What services say at {@code /q/metrics}, in Prometheus's text form. */
final class Exposition {

  private static final Pattern SAMPLE =
      Pattern.compile("(?m)^(?<name>\\w+)(?:\\{(?<labels>.*)})? (?<value>\\S+)$");

  private static final Pattern LABEL = Pattern.compile("(?<name>\\w+)=\"(?<value>[^\"]*)\"");

  private record Sample(String name, Map<String, String> labels, double value) {}

  private final List<Sample> samples = new ArrayList<>();

  static Exposition of(Service... services) {
    Exposition exposition = new Exposition();
    for (Service service : services) {
      exposition.read(service.get("/q/metrics"));
    }
    return exposition;
  }

  private void read(String text) {
    Matcher sample = SAMPLE.matcher(text);
    while (sample.find()) {
      Map<String, String> labels = new TreeMap<>();
      String given = sample.group("labels");
      LABEL
          .matcher(given == null ? "" : given)
          .results()
          .forEach(label -> labels.put(label.group("name"), label.group("value")));
      samples.add(
          new Sample(sample.group("name"), labels, Double.parseDouble(sample.group("value"))));
    }
  }

  boolean has(String metric) {
    return samples.stream().anyMatch(sample -> sample.name().equals(metric));
  }

  /** Values that a label of a metric has; empty when it has no such label. */
  Set<String> values(String metric, String label) {
    Set<String> values = new TreeSet<>();
    for (Sample sample : samples) {
      String value = sample.labels().get(label);
      if (sample.name().equals(metric) && value != null) {
        values.add(value);
      }
    }
    return values;
  }

  /** Over all labels; 0 when there is none. */
  long sum(String metric) {
    return Math.round(
        samples.stream()
            .filter(sample -> sample.name().equals(metric))
            .mapToDouble(Sample::value)
            .sum());
  }
}
