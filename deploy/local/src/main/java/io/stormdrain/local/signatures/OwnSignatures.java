package io.stormdrain.local.signatures;

import io.stormdrain.analyzer.classify.Classifier;
import io.stormdrain.analyzer.classify.Shipped;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option for signatures of one's own, of commands whose folder is one of rules. */
public final class OwnSignatures {

  @Option(
      names = "--signatures",
      paramLabel = "FOLDER",
      description =
          "Signatures of your own: they add to the shipped ones, or take the place of those with the same id.")
  @Nullable Path folder;

  /** Reads lines with them. */
  public Classifier classifier() {
    return Shipped.classifier(OwnFolder.files(folder));
  }
}
