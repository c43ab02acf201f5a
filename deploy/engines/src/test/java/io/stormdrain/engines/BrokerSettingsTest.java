package io.stormdrain.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import kafka.server.KafkaConfig;
import org.junit.jupiter.api.Test;

final class BrokerSettingsTest {

  private static final Path DATA = Path.of("/var/lib/kafka");

  @Test
  void everyNameIsOneThatKafkaKnows() {
    Properties settings = new BrokerSettings(DATA, 19_092, Quorum.alone(19_093)).properties();

    assertThat(KafkaConfig.configNames().toSeq().mkString(",").split(","))
        .containsAll(settings.stringPropertyNames());
  }

  @Test
  void listensOnTheLoopbackOnly() {
    Properties settings = new BrokerSettings(DATA, 19_092, Quorum.alone(19_093)).properties();

    assertThat(settings.getProperty("listeners"))
        .isEqualTo("BROKER://127.0.0.1:19092,CONTROLLER://127.0.0.1:19093");
  }

  @Test
  void oneOfThreeKnowsTheOthersAndHasRecordsOnTwoBeforeItSaysSo() {
    Quorum second = new Quorum(2, List.of(19_093, 19_094, 19_095));
    Properties settings = new BrokerSettings(DATA, 19_092, second).properties();

    assertThat(settings)
        .containsEntry("node.id", "2")
        .containsEntry(
            "controller.quorum.voters", "1@127.0.0.1:19093,2@127.0.0.1:19094,3@127.0.0.1:19095")
        .containsEntry("listeners", "BROKER://127.0.0.1:19092,CONTROLLER://127.0.0.1:19094")
        .containsEntry("default.replication.factor", "3")
        .containsEntry("min.insync.replicas", "2")
        .containsEntry("transaction.state.log.min.isr", "2");
  }

  @Test
  void refusesPortsThatCannotBe() {
    assertThatThrownBy(() -> new BrokerSettings(DATA, 0, Quorum.alone(19_093)))
        .hasMessage("port must be within 1 and 65535, is 0");
    assertThatThrownBy(() -> new BrokerSettings(DATA, 19_092, Quorum.alone(65_536)))
        .hasMessage("controllerPort must be within 1 and 65535, is 65536");
    assertThatThrownBy(() -> new BrokerSettings(DATA, 19_092, Quorum.alone(19_092)))
        .hasMessage("port and controllerPort must differ, both are 19092");
  }
}
