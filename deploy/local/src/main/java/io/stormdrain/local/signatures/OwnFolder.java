package io.stormdrain.local.signatures;

import io.stormdrain.analyzer.classify.Classifier;
import io.stormdrain.analyzer.classify.Shipped;
import io.stormdrain.analyzer.own.SignatureFolder;
import io.stormdrain.analyzer.signature.Catalogue;
import io.stormdrain.analyzer.signature.CatalogueFile;
import io.stormdrain.local.StormdrainException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option for signatures of one's own, which all these commands have. */
final class OwnFolder {

  @Option(
      names = "--dir",
      paramLabel = "FOLDER",
      description =
          "Signatures of your own: they add to the shipped ones, or take the place of those with the same id.")
  @Nullable Path folder;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this.")
  boolean help;

  Catalogue catalogue() {
    return Shipped.catalogue(files(folder));
  }

  Classifier classifier() {
    return Shipped.classifier(files(folder));
  }

  /** Those of a folder, if there is one. */
  static List<CatalogueFile> files(@Nullable Path folder) {
    try {
      return folder == null ? List.of() : SignatureFolder.read(folder);
    } catch (IOException e) {
      throw new StormdrainException("signatures cannot be read: " + e);
    }
  }
}
