package io.stormdrain.ingest.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Sources of a file. Whoever owns it asks it from time to time to look at the file again; a file
 * that cannot be used changes nothing.
 */
public final class FileSources implements Sources {
  private static final byte[] UNREADABLE = {};

  private final @Nullable Path file;
  private byte[] content;
  private volatile SourceSet active;
  private volatile @Nullable String refusal;

  /** Refuses to exist without usable sources. */
  public FileSources(Path file) throws UnusableSourcesException {
    this.file = file;
    this.content = content(file);
    this.active = SourcesFile.read(file.toString(), content);
  }

  private FileSources() {
    this.file = null;
    this.content = UNREADABLE;
    this.active = new SourceSet();
  }

  /** Of no file: there are none. */
  public static FileSources none() {
    return new FileSources();
  }

  @Override
  public @Nullable Source owning(SourceToken shown) {
    return active.owning(shown);
  }

  @Override
  public Collection<Source> all() {
    return active.all();
  }

  /** Why the file as it is now is not in force; null when it is. */
  public @Nullable String refusal() {
    return refusal;
  }

  /**
   * Looks at the file again. Compares what it holds, not its times, since editors and mounted
   * secrets replace files in every way there is.
   */
  public synchronized SourcesReload reload() {
    if (file == null) {
      return SourcesReload.UNCHANGED;
    }
    byte[] now = UNREADABLE;
    try {
      now = content(file);
      if (Arrays.equals(now, content)) {
        return SourcesReload.UNCHANGED;
      }
      active = SourcesFile.read(file.toString(), now);
      refusal = null;
      return SourcesReload.TAKEN;
    } catch (UnusableSourcesException e) {
      boolean known = String.valueOf(e.getMessage()).equals(refusal);
      refusal = e.getMessage();
      return known ? SourcesReload.UNCHANGED : SourcesReload.REFUSED;
    } finally {
      content = now;
    }
  }

  private static byte[] content(Path file) throws UnusableSourcesException {
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw new UnusableSourcesException(file.toString(), 0, "does not exist");
    } catch (IOException e) {
      throw new UnusableSourcesException(file.toString(), 0, "cannot be read: " + e.getMessage());
    }
  }
}
