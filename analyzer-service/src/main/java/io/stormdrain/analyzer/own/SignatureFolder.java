package io.stormdrain.analyzer.own;

import io.stormdrain.analyzer.signature.CatalogueFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A folder of signatures that users write: its {@code .yaml} and {@code .yml} files, by name. */
public final class SignatureFolder {

  /** Signatures are written by hand: what is larger is something else. */
  private static final long MAX_BYTES = 1 << 20;

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,79}\\.ya?ml");

  private SignatureFolder() {}

  /**
   * Reads all files.
   *
   * @throws IOException when the folder or one of them cannot be read
   */
  public static List<CatalogueFile> read(Path folder) throws IOException {
    List<CatalogueFile> files = new ArrayList<>();
    try (Stream<Path> entries = Files.list(folder)) {
      for (Path file : entries.filter(SignatureFolder::isCatalogue).sorted().toList()) {
        if (Files.size(file) > MAX_BYTES) {
          throw new IOException(file + " is larger than " + MAX_BYTES + " bytes");
        }
        files.add(new CatalogueFile(file.getFileName().toString(), Files.readAllBytes(file)));
      }
    }
    return files;
  }

  /**
   * Where a file of this name lies.
   *
   * @throws IllegalArgumentException when it is no name of a file of signatures
   */
  static Path place(Path folder, String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "a file's name is letters, digits, - and _, and ends with .yaml or .yml, got " + name);
    }
    return folder.resolve(name);
  }

  /** Whoever reads at the same time reads the file of before or this one, nothing between. */
  static void write(Path place, byte[] yaml) throws IOException {
    if (yaml.length > MAX_BYTES) {
      throw new IllegalArgumentException("the file is larger than " + MAX_BYTES + " bytes");
    }
    Path written = place.resolveSibling(place.getFileName() + ".new");
    Files.write(written, yaml);
    Files.move(written, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static boolean isCatalogue(Path file) {
    String name = file.getFileName().toString();
    return (name.endsWith(".yaml") || name.endsWith(".yml")) && Files.isRegularFile(file);
  }
}
