package io.stormdrain.acceptance;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The house's rules, held against what was compiled. */
final class ArchitectureTest {

  private static final Path ROOT = Path.of(System.getProperty("stormdrain.root"));

  private static final JavaClasses ALL =
      new ClassFileImporter()
          .importPaths(
              Stream.of(
                      "ingest-service",
                      "analyzer-service",
                      "notifier-service",
                      "deploy/local",
                      "deploy/engines")
                  .map(module -> ROOT.resolve(module).resolve("target/classes"))
                  .toList());

  private static final String[] PURE = {
    "io.stormdrain.ingest.logplex..",
    "io.stormdrain.ingest.message..",
    "io.stormdrain.ingest.otlp..",
    "io.stormdrain.ingest.syslog..",
    "io.stormdrain.ingest.redact..",
    "io.stormdrain.analyzer.signature..",
    "io.stormdrain.analyzer.trace..",
    "io.stormdrain.analyzer.vitals..",
    "io.stormdrain.analyzer.remedy..",
    "io.stormdrain.analyzer.classify..",
    "io.stormdrain.notifier.threshold..",
    "io.stormdrain.notifier.rulebook..",
    "io.stormdrain.notifier.backtest..",
    "io.stormdrain.notifier.process..",
    "io.stormdrain.notifier.incident..",
    "io.stormdrain.notifier.route..",
    "io.stormdrain.notifier.message..",
    "io.stormdrain.notifier.vitals..",
    "io.stormdrain.notifier.chart..",
    "io.stormdrain.notifier.report..",
    "io.stormdrain.notifier.sender..",
  };

  @Test
  void pureRoomsKnowNoEdge() {
    holds(
        noClasses()
            .that(resideInAnyPackage(PURE))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                "io.quarkus..",
                "jakarta..",
                "org.apache.kafka..",
                "io.vertx..",
                "java.net.http..",
                "io.micrometer..",
                "java.sql.."));
  }

  @Test
  void pureRoomsKnowNoClock() {
    holds(
        noClasses()
            .that(resideInAnyPackage(PURE))
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(Clock.class, "systemUTC"));
  }

  @Test
  void nobodySleepsForLuck() {
    holds(
        noClasses()
            .that()
            .doNotHaveFullyQualifiedName("io.stormdrain.engines.Lifeline")
            .should()
            .callMethod(Thread.class, "sleep", long.class));
  }

  @Test
  void noServiceKnowsAnother() {
    for (String service : new String[] {"ingest", "analyzer", "notifier"}) {
      for (String other : new String[] {"ingest", "analyzer", "notifier", "local", "engines"}) {
        if (!service.equals(other)) {
          holds(
              noClasses()
                  .that(resideInAPackage("io.stormdrain." + service + ".."))
                  .should()
                  .dependOnClassesThat()
                  .resideInAPackage("io.stormdrain." + other + ".."));
        }
      }
    }
  }

  /** The terminal shows what Slack and mail would show, so it knows their renderings. */
  @Test
  void receiversDoNotKnowEachOther() {
    String[] receivers = {"slack", "email", "terminal"};
    for (String receiver : receivers) {
      for (String other : receivers) {
        if (!receiver.equals(other) && !receiver.equals("terminal")) {
          holds(
              noClasses()
                  .that(resideInAPackage("io.stormdrain.notifier." + receiver + ".."))
                  .should()
                  .dependOnClassesThat()
                  .resideInAPackage("io.stormdrain.notifier." + other + ".."));
        }
      }
    }
  }

  @Test
  void roomsOfAServiceDoNotGoInCircles() {
    for (String service : new String[] {"ingest", "analyzer", "notifier"}) {
      holds(slices().matching("io.stormdrain." + service + ".(*)..").should().beFreeOfCycles());
    }
  }

  @Test
  void namesAreOfTheField() {
    holds(
        noClasses()
            .should()
            .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl|Dto|Processor|Handler)"));
  }

  @Test
  void collaboratorsComeThroughTheConstructor() {
    holds(noFields().should().beAnnotatedWith("jakarta.inject.Inject"));
    holds(fields().should().notHaveRawType(Optional.class).allowEmptyShould(true));
  }

  private static void holds(ArchRule rule) {
    rule.allowEmptyShould(true).check(ALL);
  }
}
