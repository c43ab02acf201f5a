package io.stormdrain.analyzer.own;

import io.stormdrain.analyzer.AnalyzerConfig;
import io.stormdrain.analyzer.AnalyzerMetrics;
import io.stormdrain.analyzer.classify.Classifier;
import io.stormdrain.analyzer.classify.Shipped;
import io.stormdrain.analyzer.signature.CatalogueException;
import io.stormdrain.analyzer.signature.CatalogueFile;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The signatures in use: the shipped ones, and those of the user's folder. A set takes the place of
 * another as a whole, between two lines; one that cannot be used changes nothing but says why.
 */
@Singleton
public class ActiveSignatures {

  private static final Logger LOG = LoggerFactory.getLogger(ActiveSignatures.class);

  private final @Nullable Path folder;
  private final AnalyzerMetrics metrics;
  private volatile Classifier active;
  private volatile String state;
  private List<?> seen = List.of();

  @Inject
  ActiveSignatures(AnalyzerConfig config, AnalyzerMetrics metrics) {
    this(config.signaturesDir().orElse(null), Shipped.classifier(), metrics);
  }

  /** With the shipped ones until the folder is looked at. */
  ActiveSignatures(@Nullable Path folder, Classifier shipped, AnalyzerMetrics metrics) {
    this.folder = folder;
    this.metrics = metrics;
    this.active = shipped;
    this.state = "the shipped ones";
    metrics.signatures(shipped.signatures().size());
  }

  /** Gives one thread the signatures in use, each time it asks. */
  public Supplier<Classifier> reader() {
    return new Reader();
  }

  /** Which are in use, and why not those of the folder if they are not. */
  public String state() {
    return state;
  }

  /** The names of the folder's files; empty where there is no folder. */
  public synchronized List<String> files() throws IOException {
    return folder == null
        ? List.of()
        : SignatureFolder.read(folder).stream().map(CatalogueFile::name).toList();
  }

  /** Whether there is a folder that files can be put into. */
  public boolean isOpen() {
    return folder != null;
  }

  /**
   * Puts a file into the folder, and its signatures into use.
   *
   * @return whether there was none of its name before
   * @throws IllegalArgumentException when the folder's signatures would break a rule: nothing has
   *     changed then
   */
  public synchronized boolean put(CatalogueFile file) throws IOException {
    Path place = place(file.name());
    List<CatalogueFile> files = without(file.name());
    boolean isNew = !Files.exists(place);
    files.add(file);
    files.sort(Comparator.comparing(CatalogueFile::name));
    requireRight(files);
    SignatureFolder.write(place, file.yaml());
    look();
    return isNew;
  }

  /**
   * Takes a file out of the folder, and its signatures out of use.
   *
   * @return whether there was one
   * @throws IllegalArgumentException when those that stay would break a rule without it
   */
  public synchronized boolean remove(String name) throws IOException {
    Path place = place(name);
    requireRight(without(name));
    boolean removed = Files.deleteIfExists(place);
    look();
    return removed;
  }

  private Path place(String name) {
    if (folder == null) {
      throw new IllegalStateException("there is no folder of signatures");
    }
    return SignatureFolder.place(folder, name);
  }

  private List<CatalogueFile> without(String name) throws IOException {
    List<CatalogueFile> files =
        new ArrayList<>(SignatureFolder.read(Objects.requireNonNull(folder)));
    files.removeIf(file -> file.name().equals(name));
    return files;
  }

  private static void requireRight(List<CatalogueFile> files) {
    try {
      Shipped.classifier(files);
    } catch (CatalogueException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  /** Takes the folder's signatures if they have changed since it was last looked at. */
  public synchronized void look() {
    if (folder == null) {
      return;
    }
    try {
      List<CatalogueFile> files = SignatureFolder.read(folder);
      List<?> content =
          files.stream().map(file -> List.of(file.name(), ByteBuffer.wrap(file.yaml()))).toList();
      if (!content.equals(seen)) {
        seen = content;
        use(files);
      }
    } catch (IOException e) {
      if (!seen.equals(List.of(e.toString()))) {
        seen = List.of(e.toString());
        reject(e.toString());
      }
    }
  }

  private void use(List<CatalogueFile> files) {
    try {
      Classifier classifier = Shipped.classifier(files);
      active = classifier;
      state = "the shipped ones and " + files.size() + " files of " + folder;
      metrics.signatures(classifier.signatures().size());
      LOG.info(
          "signatures taken: folder={} files={} signatures={}",
          folder,
          files.size(),
          classifier.signatures().size());
    } catch (CatalogueException | IllegalArgumentException e) {
      reject(e.getMessage());
    }
  }

  private void reject(@Nullable String reason) {
    state = "those of before: " + reason;
    metrics.signaturesRejected.increment();
    LOG.warn("signatures refused, those of before stay: folder={} reason={}", folder, reason);
  }

  private final class Reader implements Supplier<Classifier> {
    private Classifier taken = active;
    private Classifier mine = taken.copy();

    @Override
    public Classifier get() {
      Classifier now = active;
      if (now != taken) {
        taken = now;
        mine = now.copy();
      }
      return mine;
    }
  }
}
