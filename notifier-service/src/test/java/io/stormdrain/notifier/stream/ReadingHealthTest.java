package io.stormdrain.notifier.stream;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.stormdrain.notifier.TestDatabase;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Nobody listens where Kafka should be. */
@QuarkusTest
@TestProfile(ReadingHealthTest.WithoutKafka.class)
@WithTestResource(
    value = TestDatabase.class,
    initArgs = @ResourceArg(name = "reads", value = "true"))
final class ReadingHealthTest {

  /** Reads a topic of a broker that is not there. */
  public static final class WithoutKafka implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("kafka.bootstrap.servers", "127.0.0.1:1");
    }
  }

  @Test
  void whileKafkaIsAwayTheServiceIsAliveAndSaysWhyItIsNotReady() {
    given()
        .get("/q/health/ready")
        .then()
        .statusCode(503)
        .body("checks.find { it.name == 'signals' }.status", is("DOWN"))
        .body("checks.find { it.name == 'signals' }.data.cause", is("no-kafka"));
    assertThat(given().get("/q/health/live").statusCode()).isEqualTo(200);
    assertThat(given().get("/api/v1/incidents").statusCode()).isEqualTo(200);
  }
}
