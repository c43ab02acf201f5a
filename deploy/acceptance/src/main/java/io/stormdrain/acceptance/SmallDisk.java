package io.stormdrain.acceptance;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file system of its own in memory, so small that it can be filled. Needs the right to mount. */
public final class SmallDisk implements AutoCloseable {

  private static final int CHUNK = 64 * 1024;

  private final Path folder;

  private SmallDisk(Path folder) {
    this.folder = folder;
  }

  /** Whether this process may mount one. */
  public static boolean isPossible() {
    try (SmallDisk disk = mount(Files.createTempDirectory("small-disk"), "1m")) {
      return Files.exists(disk.folder());
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Mounts one.
   *
   * @param size as {@code 64m}
   * @throws IOException when that is not allowed
   */
  public static SmallDisk mount(Path folder, String size) throws IOException {
    Files.createDirectories(folder);
    if (!run("mount", "-t", "tmpfs", "-o", "size=" + size, "none", folder.toString())) {
      throw new IOException("cannot mount " + folder);
    }
    return new SmallDisk(folder);
  }

  /** Where it is. */
  public Path folder() {
    return folder;
  }

  /** Makes it larger. */
  public void grow(String size) throws IOException {
    if (!run("mount", "-o", "remount,size=" + size, folder.toString())) {
      throw new IOException("cannot grow " + folder);
    }
  }

  /** Leaves no room. */
  public void fill() {
    byte[] chunk = new byte[CHUNK];
    for (int size = CHUNK; size > 0; size /= 16) {
      try (OutputStream filler = Files.newOutputStream(folder.resolve("filler-" + size))) {
        while (true) {
          filler.write(chunk, 0, size);
        }
      } catch (IOException e) {
        // It is full, at this size.
      }
    }
  }

  /** Gives the room back. */
  public void free() {
    for (int size = CHUNK; size > 0; size /= 16) {
      try {
        Files.deleteIfExists(folder.resolve("filler-" + size));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Override
  public void close() {
    run("umount", "-l", folder.toString());
  }

  private static boolean run(String... command) {
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
