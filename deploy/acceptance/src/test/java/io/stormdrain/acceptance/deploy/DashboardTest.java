package io.stormdrain.acceptance.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class DashboardTest {

  private static final JsonNode BOARD = Checkout.json("deploy/grafana/dashboards/stormdrain.json");

  @Test
  void everyPanelAsksSomethingAndSaysWhatItShows() {
    for (JsonNode panel : BOARD.path("panels")) {
      if (!panel.path("type").asText().equals("row")) {
        assertThat(panel.path("description").asText())
            .as(panel.path("title").asText())
            .isNotBlank();
        assertThat(panel.path("targets")).isNotEmpty();
      }
    }
    assertThat(Query.panels())
        .allMatch(query -> !query.metrics().isEmpty() || query.text().contains("up{"));
  }

  @Test
  void panelsHaveNumbersAndPlacesOfTheirOwn() {
    Set<Integer> numbers = new HashSet<>();
    Set<String> places = new HashSet<>();
    for (JsonNode panel : BOARD.path("panels")) {
      JsonNode place = panel.path("gridPos");
      assertThat(numbers.add(panel.path("id").asInt())).isTrue();
      assertThat(places.add(place.path("x") + "," + place.path("y"))).isTrue();
      assertThat(place.path("x").asInt() + place.path("w").asInt()).isLessThanOrEqualTo(24);
    }
  }

  @Test
  void grafanaFindsTheDashboardAndPrometheus() {
    JsonNode provider = Checkout.yaml("deploy/grafana/provisioning/dashboards/stormdrain.yml");
    JsonNode source = Checkout.yaml("deploy/grafana/provisioning/datasources/prometheus.yml");
    String folder = provider.path("providers").path(0).path("options").path("path").asText();
    JsonNode grafana = Compose.root().path("services").path("grafana");

    assertThat(grafana.path("volumes").findValuesAsText("target"))
        .contains(folder, "/etc/grafana/provisioning");
    assertThat(grafana.path("environment").path("GF_DASHBOARDS_DEFAULT_HOME_DASHBOARD_PATH"))
        .hasToString("\"" + folder + "/stormdrain.json\"");
    assertThat(source.path("datasources").path(0).path("url").asText())
        .isEqualTo("http://prometheus:9090");
  }
}
