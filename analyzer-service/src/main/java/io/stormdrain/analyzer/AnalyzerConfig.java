package io.stormdrain.analyzer;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Settings of analyzer-service; Kafka's address is Quarkus's own {@code kafka.bootstrap.servers}.
 */
@ConfigMapping(prefix = "stormdrain.analyzer")
public interface AnalyzerConfig {

  /** Topic that is read. */
  @WithDefault("log-lines")
  String lines();

  /** Topic that is written: signals and vitals. */
  @WithDefault("signals")
  String signals();

  /** Topic for records that cannot be read, with their reason. */
  @WithDefault("parked")
  String parked();

  /** Consumer group; its instances share the partitions. */
  @WithDefault("analyzer")
  String group();

  /**
   * Name of this instance among its group, the same after a restart: it lets a restarted instance
   * end the transactions of its forerunner at once.
   */
  @WithDefault("${HOSTNAME:analyzer}")
  String instance();

  /** How many threads read, each its own partitions. */
  @WithDefault("1")
  int threads();

  /** How often vitals are told. */
  @WithDefault("10s")
  Duration vitalsEvery();

  /** How long positions may wait for a commit while lines say nothing. */
  @WithDefault("1s")
  Duration commitEvery();

  /** After how long without a sign of life an instance's partitions are given to others. */
  @WithDefault("6s")
  Duration sessionTimeout();

  /**
   * Folder of signatures that add to the shipped ones or take their place; also {@code
   * STORMDRAIN_SIGNATURES_DIR}.
   */
  @WithDefault("${STORMDRAIN_SIGNATURES_DIR:}")
  Optional<Path> signaturesDir();

  /**
   * What callers of the API have to show to change files of that folder; without it none can. Also
   * {@code STORMDRAIN_ADMIN_TOKEN}.
   */
  @WithDefault("${STORMDRAIN_ADMIN_TOKEN:}")
  Optional<Secret> adminToken();

  /** How often that folder is looked at. */
  @WithDefault("5s")
  Duration signaturesEvery();
}
