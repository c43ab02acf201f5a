package io.stormdrain.analyzer.classify;

import io.stormdrain.analyzer.remedy.Knowledge;
import io.stormdrain.analyzer.remedy.OverLimit;
import io.stormdrain.analyzer.remedy.PythonModules;
import io.stormdrain.analyzer.remedy.Remedy;
import io.stormdrain.analyzer.remedy.RemedyReader;
import io.stormdrain.analyzer.signature.Catalogue;
import io.stormdrain.analyzer.signature.CatalogueReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** What Stormdrain knows without being told: the catalogue and remedies that come with it. */
public final class Shipped {

  private static final String CATALOGUE = "/catalogue/";
  private static final String REMEDIES = "/remedies/remedies.yaml";
  private static final String PYTHON_MODULES = "/knowledge/python-modules.txt";

  private Shipped() {}

  /**
   * A classifier with all that is shipped.
   *
   * @throws io.stormdrain.analyzer.signature.CatalogueException when a file breaks a rule
   */
  public static Classifier classifier() {
    return new Classifier(catalogue(), remedies(), knowledge());
  }

  /** The signatures, from the files that {@code catalogue/files.txt} lists. */
  public static Catalogue catalogue() {
    CatalogueReader reader = new CatalogueReader();
    for (String file : files()) {
      try (InputStream yaml = open(CATALOGUE + file)) {
        reader.read("catalogue/" + file, yaml);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return reader.catalogue();
  }

  static Map<String, Remedy> remedies() {
    try (InputStream yaml = open(REMEDIES)) {
      return new RemedyReader().read(REMEDIES, yaml).remedies();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Map<String, Knowledge> knowledge() {
    try (InputStream modules = open(PYTHON_MODULES)) {
      return Map.of(
          "python-module", PythonModules.read(modules), "over-limit", OverLimit.of("size", "max"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> files() {
    try (InputStream list = open(CATALOGUE + "files.txt")) {
      return new String(list.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(String resource) {
    InputStream stream = Shipped.class.getResourceAsStream(resource);
    if (stream == null) {
      throw new IllegalStateException("resource " + resource + " is not on the class path");
    }
    return stream;
  }
}
