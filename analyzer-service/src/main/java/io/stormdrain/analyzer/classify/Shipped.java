package io.stormdrain.analyzer.classify;

import io.stormdrain.analyzer.remedy.Knowledge;
import io.stormdrain.analyzer.remedy.KnownPackages;
import io.stormdrain.analyzer.remedy.NodeModules;
import io.stormdrain.analyzer.remedy.OverLimit;
import io.stormdrain.analyzer.remedy.PythonModules;
import io.stormdrain.analyzer.remedy.Remedy;
import io.stormdrain.analyzer.remedy.RemedyReader;
import io.stormdrain.analyzer.signature.Catalogue;
import io.stormdrain.analyzer.signature.CatalogueFile;
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
  private static final String REMEDIES = "/remedies/";
  private static final String KNOWLEDGE = "/knowledge/";

  private Shipped() {}

  /**
   * A classifier with all that is shipped.
   *
   * @throws io.stormdrain.analyzer.signature.CatalogueException when a file breaks a rule
   */
  public static Classifier classifier() {
    return classifier(List.of());
  }

  /**
   * The same with signatures of a user.
   *
   * @throws io.stormdrain.analyzer.signature.CatalogueException when a file breaks a rule
   * @throws IllegalArgumentException when a signature names a remedy or knowledge there is not
   */
  public static Classifier classifier(List<CatalogueFile> own) {
    return new Classifier(catalogue(own), remedies(), knowledge());
  }

  /** The signatures, from the files that {@code catalogue/files.txt} lists. */
  public static Catalogue catalogue() {
    return catalogue(List.of());
  }

  /** The same with signatures of a user, which add to them or take their place. */
  public static Catalogue catalogue(List<CatalogueFile> own) {
    CatalogueReader reader = new CatalogueReader();
    for (String file : files(CATALOGUE)) {
      try (InputStream yaml = open(CATALOGUE + file)) {
        reader.read("catalogue/" + file, yaml);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    own.forEach(reader::readOwn);
    return reader.catalogue();
  }

  /** What to do about each kind of trouble, by the ids that signatures name. */
  public static Map<String, Remedy> remedies() {
    RemedyReader reader = new RemedyReader();
    for (String file : files(REMEDIES)) {
      try (InputStream yaml = open(REMEDIES + file)) {
        reader.read("remedies/" + file, yaml);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return reader.remedies();
  }

  static Map<String, Knowledge> knowledge() {
    try (InputStream modules = open(KNOWLEDGE + "python-modules.txt");
        InputStream libraries = open(KNOWLEDGE + "apt-libraries.txt");
        InputStream gems = open(KNOWLEDGE + "ruby-gems.txt")) {
      return Map.of(
          "python-module", PythonModules.read(modules),
          "node-module", new NodeModules(),
          "ruby-gem", KnownPackages.read("module", gems),
          "apt-library", KnownPackages.read("library", libraries),
          "over-limit", OverLimit.of("size", "max"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> files(String folder) {
    try (InputStream list = open(folder + "files.txt")) {
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
