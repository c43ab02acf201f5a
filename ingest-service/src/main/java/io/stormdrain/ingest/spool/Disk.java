package io.stormdrain.ingest.spool;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** What the spool asks of a file system when it writes. */
interface Disk {
  /** A file that grows. */
  interface Growing extends AutoCloseable {
    void write(ByteBuffer bytes) throws IOException;

    /** Returns when what was written survives a loss of power. */
    void force() throws IOException;

    void truncate(long length) throws IOException;

    @Override
    void close() throws IOException;
  }

  /** A new file. */
  Growing create(Path path) throws IOException;

  /** The machine's. */
  Disk REAL = Disk::createReal;

  private static Growing createReal(Path path) throws IOException {
    FileChannel file =
        FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    // The folder's entry must survive a loss of power as well as the file does.
    try (FileChannel folder = FileChannel.open(path.resolveSibling("."), StandardOpenOption.READ)) {
      folder.force(true);
    } catch (IOException e) {
      file.close();
      throw e;
    }
    return new Real(file);
  }

  /** A file that is one. */
  record Real(FileChannel file) implements Growing {
    @Override
    public void write(ByteBuffer bytes) throws IOException {
      while (bytes.hasRemaining()) {
        file.write(bytes);
      }
    }

    @Override
    public void force() throws IOException {
      file.force(false);
    }

    @Override
    public void truncate(long length) throws IOException {
      file.truncate(length);
    }

    @Override
    public void close() throws IOException {
      file.close();
    }
  }
}
