package io.stormdrain.local.pages;

import static org.assertj.core.api.Assertions.assertThat;

import io.stormdrain.analyzer.classify.Shipped;
import io.stormdrain.analyzer.remedy.Remedy;
import io.stormdrain.analyzer.signature.Signature;
import io.stormdrain.local.Wordless;
import io.stormdrain.notifier.threshold.AlertRule;
import io.stormdrain.notifier.threshold.ShippedRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The pages are what catalogue, remedies and rules say; {@code -Dpages=write} writes them anew. */
final class ClassPagesTest {

  private static final Path DOCS =
      Path.of(System.getProperty("stormdrain.root"), "analyzer-service/docs");

  @Test
  void everyClassHasItsPageAndNoPageIsOld() throws IOException {
    Map<String, String> pages = pages();
    if ("write".equals(System.getProperty("pages"))) {
      write(pages);
    }

    try (Stream<Path> files = Files.walk(DOCS)) {
      assertThat(
              files
                  .filter(Files::isRegularFile)
                  .map(file -> DOCS.relativize(file).toString())
                  .collect(Collectors.toSet()))
          .isEqualTo(pages.keySet());
    }
    for (Map.Entry<String, String> page : pages.entrySet()) {
      assertThat(Files.readString(DOCS.resolve(page.getKey())))
          .as("%s, which ./stormdrain test -Dpages=write writes anew", page.getKey())
          .isEqualTo(page.getValue());
    }
  }

  @Test
  void everyClassIsRecognisedBySomeSignature() {
    assertThat(classes())
        .allSatisfy(page -> assertThat(page.signatures()).as(page.label()).isNotEmpty());
  }

  private static List<ClassPage> classes() {
    List<Signature> signatures = Shipped.catalogue().signatures();
    Map<String, Remedy> remedies = Shipped.remedies();
    Map<String, List<AlertRule>> byLabel =
        ShippedRules.rules().all().stream()
            .filter(Wordless::isOfSomeLine)
            .collect(Collectors.groupingBy(AlertRule::label, TreeMap::new, Collectors.toList()));
    List<ClassPage> pages = new ArrayList<>();
    byLabel.forEach((label, rules) ->
        pages.add(
            new ClassPage(
                label,
                rules,
                signatures.stream().filter(signature -> isOf(rules, signature)).toList(),
                remedies)));
    return pages;
  }

  /** What signals have become before rules see them. */
  private static final Map<String, String> BECOME =
      Map.of(
          "process.exited", "process.died",
          "process.crashed", "process.died",
          "deploy.failed", "deploy.stopped");

  private static boolean isOf(List<AlertRule> rules, Signature signature) {
    String signal = signature.signal();
    return rules.stream()
        .anyMatch(rule ->
            rule.on().contains(signal) || rule.on().contains(BECOME.getOrDefault(signal, signal)));
  }

  private static Map<String, String> pages() {
    Map<String, String> pages = new TreeMap<>();
    StringBuilder index =
        new StringBuilder(
            """
            # Classes of trouble

            What each means, what to do, by which lines it is recognised, and which look alike and stay silent. Made from the catalogue, the remedies
            and the alert rules; `./stormdrain test -Dpages=write` writes these pages anew.

            | class | incidents |
            | --- | --- |
            """);
    for (ClassPage page : classes()) {
      pages.put("classes/" + page.label() + ".md", page.markdown());
      index.append(
          "| [%s](classes/%s.md) | %s |\n"
              .formatted(
                  page.label(),
                  page.label(),
                  page.rules().stream()
                      .map(rule -> "`" + rule.id() + "`")
                      .collect(Collectors.joining(", "))));
    }
    ShippedRules.rules().all().stream()
        .filter(rule -> !Wordless.isOfSomeLine(rule))
        .forEach(rule -> {
          pages.put("classes/" + rule.label() + ".md", UnsaidPage.of(rule).markdown());
          index.append("| [%1$s](classes/%1$s.md) | `%2$s` |\n".formatted(rule.label(), rule.id()));
        });
    pages.put("README.md", index.toString());
    return pages;
  }

  private static void write(Map<String, String> pages) throws IOException {
    Files.createDirectories(DOCS.resolve("classes"));
    for (Map.Entry<String, String> page : pages.entrySet()) {
      Files.writeString(DOCS.resolve(page.getKey()), page.getValue());
    }
  }
}
