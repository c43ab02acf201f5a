package io.stormdrain.engines;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * Unpacks PostgreSQL's programs: {@code UnpackPostgres --jar FILE --into DIR}. The folder appears
 * whole or not at all, also when several do this at once.
 */
public final class UnpackPostgres {

  private UnpackPostgres() {}

  /**
   * Unpacks and ends.
   *
   * @param args see the class
   * @throws IOException when the jar cannot be read or the folder not be written
   */
  public static void main(String[] args) throws IOException {
    Arguments arguments = Arguments.parse(args);
    arguments.allow("jar", "into");
    Path into = Path.of(arguments.text("into")).toAbsolutePath();
    Path parent = Files.createDirectories(into.getParent());
    Path partial = Files.createTempDirectory(parent, "unpacking-");
    try (ZipFile jar = new ZipFile(arguments.text("jar"));
        InputStream packed = jar.getInputStream(archive(jar))) {
      unpack(packed, partial);
      Files.move(partial, into, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      Folders.delete(partial);
      // Somebody else was faster: theirs is as good as ours.
      if (!Files.isDirectory(into)) {
        throw e;
      }
    }
  }

  private static ZipEntry archive(ZipFile jar) throws IOException {
    return jar.stream()
        .filter(entry -> entry.getName().endsWith(".txz"))
        .findFirst()
        .map(ZipEntry.class::cast)
        .orElseThrow(() -> new IOException(jar.getName() + " holds no .txz archive"));
  }

  private static void unpack(InputStream packed, Path into) throws IOException {
    try (TarArchiveInputStream archive =
        new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed)))) {
      for (TarArchiveEntry entry = archive.getNextEntry();
          entry != null;
          entry = archive.getNextEntry()) {
        Path path = into.resolve(entry.getName()).normalize();
        if (!path.startsWith(into)) {
          throw new IOException("the archive wants to write outside its folder: " + path);
        }
        write(archive, entry, path);
      }
    }
  }

  private static void write(InputStream archive, TarArchiveEntry entry, Path path)
      throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(path);
      return;
    }
    Files.createDirectories(path.getParent());
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(archive, path);
    boolean executable = (entry.getMode() & 0b001_000_000) != 0;
    Files.setPosixFilePermissions(
        path, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
  }
}
