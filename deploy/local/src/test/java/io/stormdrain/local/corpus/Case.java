package io.stormdrain.local.corpus;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.stormdrain.analyzer.classify.Classifier;
import io.stormdrain.local.classify.Classification;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A log of known meaning.
 *
 * @param wanted what is in it, causes first
 */
record Case(String name, Path log, List<Said> wanted) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Classes that inform: nobody has to act on them. */
  private static final List<String> INFORMATIONAL =
      List.of("deploy-succeeded", "job-cancelled", "client-interrupted", "idle-connection");

  /**
   * One incident.
   *
   * @param subject empty where none is said
   */
  record Said(String type, String subject) {
    boolean informs() {
      return INFORMATIONAL.contains(type);
    }

    boolean isAbout(String wanted) {
      String mine = subject.toLowerCase(Locale.ROOT);
      String other = wanted.toLowerCase(Locale.ROOT);
      return !mine.isEmpty() && (mine.contains(other) || other.contains(mine));
    }
  }

  Case {
    wanted = List.copyOf(wanted);
  }

  /** All cases of a folder, by name. */
  static List<Case> in(Path folder) throws IOException {
    List<Case> cases = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
        String name = file.getFileName().toString().replace(".json", "");
        List<Said> wanted = new ArrayList<>();
        for (JsonNode incident : JSON.readTree(file.toFile()).path("incidents")) {
          wanted.add(new Said(incident.path("type").asText(), incident.path("subject").asText("")));
        }
        cases.add(new Case(name, folder.resolve(name + ".log"), wanted));
      }
    }
    return cases;
  }

  boolean isHealthy() {
    return wanted.stream().allMatch(Said::informs);
  }

  /** What {@code classify --json} says about it. */
  List<Said> classified(Classifier classifier) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (BufferedReader text = Files.newBufferedReader(log, UTF_8);
        PrintStream out = new PrintStream(bytes, false, UTF_8)) {
      Classification.of(text, "APP", classifier).writeJson(out);
    }
    List<Said> said = new ArrayList<>();
    for (String line : bytes.toString(UTF_8).lines().toList()) {
      JsonNode incident = JSON.readTree(line);
      String type = incident.path("label").asText(incident.path("type").asText());
      said.add(new Said(type, incident.path("subject").asText("")));
    }
    return said;
  }
}
