package io.stormdrain.local.data;

import io.stormdrain.local.StormdrainException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** The right to run on a data folder, or to delete it. The kernel takes it back however we end. */
public final class FolderLock {

  private final FileChannel channel;

  private FolderLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the lock.
   *
   * @throws StormdrainException when somebody else holds it, with the number of that process
   */
  public static FolderLock take(DataFolder folder) {
    try {
      FileChannel channel =
          FileChannel.open(
              folder.lock(),
              StandardOpenOption.CREATE,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE);
      if (tryLock(channel) == null) {
        channel.close();
        throw new StormdrainException(inUse(folder));
      }
      byte[] pid = Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8);
      channel.truncate(0).write(ByteBuffer.wrap(pid));
      return new FolderLock(channel);
    } catch (IOException e) {
      throw new StormdrainException(
          "the data folder %s cannot be locked: %s".formatted(folder.path(), e.getMessage()), e);
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  private static String inUse(DataFolder folder) throws IOException {
    return "Stormdrain already runs on %s as process %s: stop that one, or give another folder with --data"
        .formatted(folder.path(), Files.readString(folder.lock()).strip());
  }

  /** Gives it back. */
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new StormdrainException("the lock cannot be given back", e);
    }
  }
}
