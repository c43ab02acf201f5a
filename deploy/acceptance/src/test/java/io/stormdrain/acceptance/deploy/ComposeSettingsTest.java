package io.stormdrain.acceptance.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A setting has one name: in compose, on one machine and in the services' own configuration. */
final class ComposeSettingsTest {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Za-z_.]+)");

  /** Names that people set; what Quarkus and Kafka call theirs is too much to offer. */
  private static final Pattern OURS = Pattern.compile("(SLACK|SMTP|MAIL|STORMDRAIN)_.*");

  @Test
  void theServicesKnowEverySetting() {
    for (String service : Checkout.SERVICES) {
      assertThat(environment(service).keySet())
          .as(service)
          .allMatch(Settings.known(service)::contains);
    }
  }

  @Test
  void everySettingForPeopleIsOffered() {
    for (String service : Checkout.SERVICES) {
      Set<String> offered = Settings.placeholders(service);
      offered.removeIf(name -> !OURS.matcher(name).matches());

      assertThat(environment(service).keySet()).as(service).containsAll(offered);
    }
  }

  @Test
  void aSettingThatIsPassedOnKeepsItsName() {
    Compose.services()
        .values()
        .forEach(service ->
            Compose.environment(service)
                .forEach((name, value) -> {
                  Matcher variable = PLACEHOLDER.matcher(value);
                  if (variable.lookingAt() && !name.equals("POSTGRES_PASSWORD")) {
                    assertThat(variable.group(1)).isEqualTo(name);
                  }
                }));
  }

  @Test
  void secretsComeFromOutside() {
    Compose.services()
        .values()
        .forEach(service ->
            Compose.environment(service)
                .forEach((name, value) -> {
                  if (name.matches(".*(PASSWORD|TOKEN|WEBHOOK_URL)")) {
                    assertThat(value).as(name).startsWith("${").matches(".*(:\\?.+|:-)}");
                  }
                }));
  }

  @Test
  void theExampleNamesWhatComposeCannotDoWithout() {
    Matcher needed = Pattern.compile("\\$\\{(\\w+):\\?").matcher(Checkout.text(Compose.FILE));
    String example = Checkout.text("deploy/docker/stormdrain.env.example");

    assertThat(needed.results().map(found -> found.group(1)).distinct().toList())
        .hasSize(2)
        .allSatisfy(name -> assertThat(example).containsPattern("(?m)^" + name + "=$"));
  }

  @Test
  void everybodyListensWherePeopleAndPrometheusLook() {
    JsonNode scrapes = Checkout.yaml("deploy/prometheus/prometheus.yml").path("scrape_configs");
    JsonNode local = Checkout.yaml("deploy/prometheus/local.yml").path("scrape_configs");
    for (int i = 0; i < Checkout.SERVICES.size(); i++) {
      String service = Checkout.SERVICES.get(i);
      String port = Checkout.properties(service).getProperty("quarkus.http.port");

      assertThat(environment(service)).containsEntry("QUARKUS_HTTP_PORT", port);
      assertThat(Compose.texts(Compose.service(service).path("ports")))
          .singleElement()
          .asString()
          .endsWith(":" + port + ":" + port);
      assertThat(target(scrapes.get(i), service)).isEqualTo(service + ":" + port);
      assertThat(target(local.get(i), service)).isEqualTo("127.0.0.1:" + port);
      assertThat(Checkout.text("deploy/docker/healthcheck"))
          .contains(service + ") port=" + port + " ;;");
    }
  }

  private static String target(JsonNode scrape, String service) {
    assertThat(scrape.path("job_name").asText()).isEqualTo(service);
    assertThat(scrape.path("metrics_path").asText()).isEqualTo("/q/metrics");
    return scrape.path("static_configs").path(0).path("targets").path(0).asText();
  }

  private static Map<String, String> environment(String service) {
    return Compose.environment(Compose.service(service));
  }
}
