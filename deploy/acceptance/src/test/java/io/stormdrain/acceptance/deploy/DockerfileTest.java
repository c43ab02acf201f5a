package io.stormdrain.acceptance.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class DockerfileTest {

  private static final String TEXT = Checkout.text("deploy/docker/Dockerfile");

  /** Stages of its own are named by a word; all else is an image. */
  private static final Pattern FROM = Pattern.compile("(?m)^FROM (\\S+)(?: AS (\\w+))?$");

  @Test
  void everyImageIsPinned() {
    List<String> images =
        FROM.matcher(TEXT).results().map(found -> found.group(1)).distinct().toList();

    assertThat(images).contains("scratch", "${JARS}").hasSize(4);
    assertThat(images.stream().filter(image -> image.contains(":")).toList())
        .hasSize(2)
        .allMatch(image -> image.matches("[a-z-]+:\\d+\\.\\d+\\.\\d+\\S*"));
  }

  @Test
  void theChoiceOfJarsIsAmongTheStages() {
    List<String> stages =
        FROM.matcher(TEXT).results().map(found -> String.valueOf(found.group(2))).toList();

    assertThat(TEXT).contains("ARG JARS=build");
    assertThat(stages).contains("build", "packaged");
  }

  @Test
  void nobodyIsRootAndEverybodyTellsHowItIs() {
    String last = TEXT.substring(TEXT.lastIndexOf("\nFROM "));

    assertThat(last).containsPattern("(?m)^USER [1-9]\\d*:[1-9]\\d*$");
    assertThat(last).containsPattern("(?m)^HEALTHCHECK .*/opt/stormdrain/healthcheck");
  }

  @Test
  void everythingThatWasPackagedIsInTheImage() {
    Pattern copy =
        Pattern.compile("COPY --from=jars /src/\\$\\{SERVICE}-service/target/quarkus-app/(\\S+) ");
    List<String> copied =
        copy.matcher(TEXT).results().map(found -> found.group(1)).sorted().toList();

    for (String service : Checkout.SERVICES) {
      List<String> packaged =
          Checkout.names(service + "-service/target/quarkus-app").stream()
              // A list for tools; nothing reads it at run time.
              .filter(name -> !name.equals("quarkus-app-dependencies.txt"))
              .toList();
      assertThat(copied).as(service).isEqualTo(packaged);
    }
  }

  @Test
  void theJvmTakesTheOptions() throws Exception {
    List<String> command = new ArrayList<>(entrypoint());
    command.set(0, Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.subList(command.indexOf("-jar"), command.size()).clear();
    command.add("-version");
    ProcessBuilder java = new ProcessBuilder(command).redirectErrorStream(true);
    java.environment().put("JDK_JAVA_OPTIONS", variable("JDK_JAVA_OPTIONS"));

    Process process = java.start();

    assertThat(output(process)).doesNotContainIgnoringCase("unrecognized");
    assertThat(process.waitFor()).isZero();
  }

  @Test
  void theImageHasTheJavaThatTheClassesAreFor() {
    String release = String.valueOf(Runtime.version().feature());

    assertThat(Checkout.text("pom.xml"))
        .contains("<maven.compiler.release>" + release + "</maven.compiler.release>");
    assertThat(TEXT)
        .containsPattern("(?m)^FROM eclipse-temurin:" + release + "\\.\\S*-jre-")
        .containsPattern("(?m)^FROM maven:\\S*-eclipse-temurin-" + release + " ");
  }

  private static List<String> entrypoint() {
    MatchResult found =
        Pattern.compile("(?m)^ENTRYPOINT \\[(.*)]$")
            .matcher(TEXT)
            .results()
            .findFirst()
            .orElseThrow();
    return Arrays.stream(found.group(1).split(", ", -1))
        .map(word -> word.replace("\"", ""))
        .collect(Collectors.toList());
  }

  private static String variable(String name) {
    return Pattern.compile("(?m)^ENV " + name + "=\"(.*)\"$")
        .matcher(TEXT)
        .results()
        .findFirst()
        .orElseThrow()
        .group(1);
  }

  private static String output(Process process) throws IOException {
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
