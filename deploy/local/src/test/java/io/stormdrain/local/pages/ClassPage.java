package io.stormdrain.local.pages;

import io.stormdrain.analyzer.remedy.Remedy;
import io.stormdrain.analyzer.signature.Signature;
import io.stormdrain.notifier.threshold.AlertRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What there is to know about a class of trouble.
 *
 * @param label the class
 * @param rules that report it
 * @param signatures that recognise it, in the order of the catalogue
 * @param remedies all there are, by id
 */
record ClassPage(
    String label, List<AlertRule> rules, List<Signature> signatures, Map<String, Remedy> remedies) {

  /** Examples of a remedy's lines; the catalogue has them all. */
  private static final int EXAMPLES = 6;

  private static final int LOOK_ALIKES = 12;

  String markdown() {
    List<String> page = new ArrayList<>();
    page.add("# " + label);
    page.add("");
    page.add("| incident | severity | what it says |");
    page.add("| --- | --- | --- |");
    for (AlertRule rule : rules) {
      page.add(
          "| `%s` | %s | %s |"
              .formatted(rule.id(), rule.severity().word(), cell(rule.title().text())));
    }
    byRemedy().forEach((remedy, mine) -> section(page, remedies.get(remedy), mine));
    page.add("");
    page.add("## Look-alikes that stay silent");
    page.add("");
    code(page, lookAlikes());
    page.add("");
    page.add("Signatures: " + String.join(", ", ids()) + ".");
    return String.join("\n", page) + "\n";
  }

  private Map<String, List<Signature>> byRemedy() {
    Map<String, List<Signature>> groups = new LinkedHashMap<>();
    for (Signature signature : signatures) {
      String remedy = signature.remedy() == null ? "" : signature.remedy();
      groups.computeIfAbsent(remedy, r -> new ArrayList<>()).add(signature);
    }
    return groups;
  }

  private static void section(List<String> page, @Nullable Remedy remedy, List<Signature> mine) {
    page.add("");
    page.add("## " + (remedy == null ? "Also seen as" : remedy.means()));
    if (remedy != null) {
      page.add("");
      remedy.steps().forEach(step -> page.add("- " + step.say()));
    }
    page.add("");
    page.add("As in:");
    page.add("");
    code(
        page,
        mine.stream()
            .map(signature -> signature.matches().getFirst().line())
            .distinct()
            .limit(EXAMPLES)
            .toList());
  }

  private List<String> lookAlikes() {
    Set<String> lines = new LinkedHashSet<>();
    signatures.forEach(signature -> lines.add(signature.rejects().getFirst()));
    return lines.stream().limit(LOOK_ALIKES).toList();
  }

  private List<String> ids() {
    return signatures.stream()
        .map(signature ->
            "[%s](../../src/main/resources/%s)".formatted(signature.id(), file(signature)))
        .toList();
  }

  /** Without the number of its line, which changes with every line above it. */
  private static String file(Signature signature) {
    return signature.file().substring(0, signature.file().lastIndexOf(':'));
  }

  /** Lines may hold anything but a fence. */
  private static void code(List<String> page, List<String> lines) {
    page.add("~~~text");
    page.addAll(lines);
    page.add("~~~");
  }

  private static String cell(String text) {
    return text.replace("|", "\\|");
  }
}
