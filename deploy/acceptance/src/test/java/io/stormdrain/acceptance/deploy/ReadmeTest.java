package io.stormdrain.acceptance.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people are told to type, to set and to open is there. */
final class ReadmeTest {

  private static final String README = Checkout.text("README.md");
  private static final String HOME = "deploy/local/src/main/";

  private static final Pattern LINK =
      Pattern.compile("]\\((?<path>[^)#:]+)(?:#(?<part>[^)]+))?\\)");
  private static final Pattern COMMAND = Pattern.compile("\\./stormdrain (?<name>[a-z-]+)");
  private static final Pattern SETTING = Pattern.compile("`(?:SLACK|SMTP|MAIL)_[A-Z_]+`");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "README.md",
        "CHANGELOG.md",
        "SECURITY.md",
        ".github/CONTRIBUTING.md",
        "ingest-service/README.md",
        "ingest-service/contract/README.md",
        "analyzer-service/README.md",
        "analyzer-service/contract/README.md",
        "notifier-service/README.md",
        "notifier-service/contract/README.md",
        "deploy/local/README.md",
        "deploy/acceptance/README.md",
        "deploy/engines/README.md",
        "deploy/docker/README.md",
        "deploy/kubernetes/README.md"
      })
  void linksLeadSomewhere(String file) {
    Path folder = Checkout.path(file).resolveSibling(".");
    LINK.matcher(Checkout.text(file))
        .results()
        .forEach(link -> {
          Path target = folder.resolve(link.group("path")).normalize();
          assertThat(Files.exists(target)).as(link.group()).isTrue();
          if (link.group("part") != null) {
            assertThat(headings(target)).as(link.group()).contains(link.group("part"));
          }
        });
  }

  @Test
  void everyCommandIsOneThatTheScriptExplains() {
    String help = Checkout.text(HOME + "resources/io/stormdrain/local/help.txt");

    assertThat(found(COMMAND, README))
        .contains("./stormdrain up", "./stormdrain test", "./stormdrain replay")
        .allMatch(
            command -> help.contains("\n  " + command.substring("./stormdrain ".length()) + " "));
  }

  @Test
  void theTwoCommandsComeBeforeAnythingElse() {
    assertThat(README.substring(0, README.indexOf("\n## ")))
        .contains("\n    ./stormdrain up  ", "\n    ./stormdrain test  ");
  }

  @Test
  void recordingsThatAreNamedAreShipped() {
    assertThat(found(Pattern.compile("deploy/local/samples/[a-z-]+\\.log"), README))
        .isNotEmpty()
        .allMatch(recording -> Files.exists(Checkout.path(recording)));
    for (String recording : List.of("retry-storm.log", "healthy-day.log")) {
      assertThat(README).contains("`" + recording + "`");
      assertThat(Checkout.path("deploy/local/samples/" + recording)).exists();
    }
  }

  @Test
  void settingsOfReceiversAreSettingsOfTheNotifier() {
    String known = Checkout.properties("notifier").values().toString();

    assertThat(found(SETTING, README))
        .hasSizeGreaterThan(8)
        .allMatch(setting -> known.contains("${" + setting.replace("`", "") + ":"));
  }

  @Test
  void portsAreThoseOfTheCommandLine() {
    Set<String> options =
        Pattern.compile(
                "names = \"(--[a-z-]*port)\",\\s+paramLabel = \"N\",\\s+defaultValue = \"(\\d+)\"")
            .matcher(Checkout.text(HOME + "java/io/stormdrain/local/Addresses.java"))
            .results()
            .map(option -> "| %s | `%s` |".formatted(option.group(2), option.group(1)))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(options).hasSize(6);
    assertThat(found(Pattern.compile("(?m)^\\| \\d+ \\| `--[a-z-]+` \\|"), README))
        .isEqualTo(options);
  }

  @Test
  void theLicenceIsTheWholeOne() {
    assertThat(Checkout.text("LICENSE"))
        .contains("Apache License", "Version 2.0, January 2004", "9. Accepting Warranty");
  }

  private static Set<String> found(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(java.util.regex.MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** As a link names them. */
  private static Set<String> headings(Path file) {
    return Pattern.compile("(?m)^#+ (.+)$")
        .matcher(Checkout.read(file))
        .results()
        .map(heading -> heading.group(1).toLowerCase(java.util.Locale.ROOT))
        .map(heading -> heading.replaceAll("[^a-z0-9 _-]", "").replace(' ', '-'))
        .collect(Collectors.toSet());
  }
}
