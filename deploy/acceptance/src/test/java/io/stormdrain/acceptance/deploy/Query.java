package io.stormdrain.acceptance.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A question to Prometheus that an alert rule or a panel of a dashboard asks.
 *
 * @param where name of the rule or the panel
 * @param text PromQL
 */
public record Query(String where, String text) {

  /** What stands for a metric; functions and labels begin otherwise. */
  private static final Pattern METRIC =
      Pattern.compile("\\b(?:stormdrain|jvm|process|kafka)_\\w+(?:\\{(?<labels>[^}]*)})?");

  private static final Pattern LABEL =
      Pattern.compile("(?<name>\\w+)(?<how>=~|!~|!=|=)\"(?<values>[^\"]*)\"");

  /** Of the scrape and not of the service. */
  private static final Set<String> SCRAPE = Set.of("job", "instance");

  /**
   * One metric and what is asked of it.
   *
   * @param labels the values that are asked for, by label; alternatives one by one
   */
  public record Asked(String metric, Map<String, Set<String>> labels) {}

  /** All that our rules and dashboards ask. */
  public static List<Query> all() {
    List<Query> all = new ArrayList<>(rules());
    all.addAll(panels());
    return all;
  }

  static List<Query> rules() {
    List<Query> rules = new ArrayList<>();
    for (JsonNode group : Checkout.yaml("deploy/prometheus/rules.yml").path("groups")) {
      for (JsonNode rule : group.path("rules")) {
        rules.add(new Query(rule.path("alert").asText(), rule.path("expr").asText()));
      }
    }
    return rules;
  }

  static List<Query> panels() {
    List<Query> panels = new ArrayList<>();
    for (String file : Checkout.names("deploy/grafana/dashboards")) {
      for (JsonNode panel : Checkout.json("deploy/grafana/dashboards/" + file).path("panels")) {
        for (JsonNode target : panel.path("targets")) {
          panels.add(new Query(panel.path("title").asText(), target.path("expr").asText()));
        }
      }
    }
    return panels;
  }

  /** The metrics in it; {@code up} is Prometheus's own. */
  public List<Asked> metrics() {
    List<Asked> metrics = new ArrayList<>();
    Matcher metric = METRIC.matcher(text);
    while (metric.find()) {
      String asked = metric.group("labels");
      Map<String, Set<String>> labels = new TreeMap<>();
      LABEL
          .matcher(asked == null ? "" : asked)
          .results()
          .filter(label -> !SCRAPE.contains(label.group("name")))
          .forEach(label -> labels.put(label.group("name"), values(label)));
      metrics.add(new Asked(metric.group().replaceFirst("\\{.*", ""), labels));
    }
    return metrics;
  }

  private static Set<String> values(MatchResult label) {
    return label.group("how").startsWith("!")
        ? Set.of()
        : Set.of(label.group("values").split("\\|", -1));
  }
}
