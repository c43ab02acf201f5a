package io.stormdrain.notifier.own;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.stormdrain.notifier.NotifierConfig;
import io.stormdrain.notifier.rulebook.OwnRules;
import io.stormdrain.notifier.rulebook.RuleFolder;
import io.stormdrain.notifier.rulebook.Rules;
import io.stormdrain.notifier.threshold.AlertRules;
import io.stormdrain.notifier.threshold.RuleException;
import io.stormdrain.notifier.threshold.RuleText;
import io.stormdrain.notifier.threshold.Rulebook;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rules in force: the shipped ones, and those of the user's folder. A set takes the place of
 * another as a whole; one that cannot be used changes nothing but says why.
 */
@Singleton
final class ActiveRules implements Rulebook, OwnRules {

  private static final Logger LOG = LoggerFactory.getLogger(ActiveRules.class);
  private static final long EVERY_MILLIS = 1_000;

  private final @Nullable Path folder;
  private final Map<RulesReload, Counter> reloads = new EnumMap<>(RulesReload.class);
  private final CountDownLatch stopping = new CountDownLatch(1);
  private volatile AlertRules inForce;
  private volatile List<RuleText> taken = List.of();
  private volatile @Nullable String refusal;
  private @Nullable List<RuleText> seen = List.of();

  ActiveRules(NotifierConfig config, MeterRegistry registry) {
    folder = config.rulesDir().map(Path::of).orElse(null);
    inForce = Rules.tried(List.of()).rules();
    for (RulesReload result : RulesReload.values()) {
      reloads.put(
          result,
          Counter.builder("stormdrain.notifier.rules.reloads")
              .description("Changes of the folder of alert rules")
              .tag("result", result.word())
              .register(registry));
    }
    look();
  }

  @Override
  public AlertRules inForce() {
    return inForce;
  }

  @Override
  public List<RuleText> files() {
    return taken;
  }

  /** Why the folder as it is now cannot be used; null when it can. */
  @Nullable String refusal() {
    return refusal;
  }

  void start(@Observes StartupEvent event) {
    if (folder != null) {
      Thread.ofVirtual().name("rules").start(this::run);
    }
  }

  void stop(@Observes ShutdownEvent event) {
    stopping.countDown();
  }

  private void run() {
    try {
      while (!stopping.await(EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
        look();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Takes the folder's rules if they have changed and can be used. */
  void look() {
    if (folder == null) {
      return;
    }
    try {
      List<RuleText> files = RuleFolder.read(folder);
      if (!files.equals(seen)) {
        seen = files;
        use(files);
      }
    } catch (IOException e) {
      seen = null;
      refuse(e.toString());
    } catch (RuleException e) {
      refuse(String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      // No rule that somebody writes may end the watch over the folder.
      refuse(e.toString());
    }
  }

  private void use(List<RuleText> files) {
    inForce = Rules.tried(files).rules();
    taken = files;
    refusal = null;
    count(RulesReload.TAKEN);
    LOG.info(
        "rules taken: folder={} files={} rules={}", folder, files.size(), inForce.all().size());
  }

  private void refuse(String why) {
    if (!why.equals(refusal)) {
      refusal = why;
      count(RulesReload.REFUSED);
      LOG.error("rules refused, those of before stay: folder={} reason={}", folder, why);
    }
  }

  private void count(RulesReload result) {
    Objects.requireNonNull(reloads.get(result)).increment();
  }
}
