package io.stormdrain.ingest.spool;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/**
 * Up to where Kafka has the lines. It is written in two places by turns, so that one of them is
 * whole at any moment. A position that was lost makes lines go to Kafka again, with the same frame.
 */
final class PositionFile implements AutoCloseable {
  /** Turn, segment, offset, sum. */
  private static final int BYTES = 8 + 8 + 8 + 4;

  private final FileChannel file;
  private Position position = Position.BEGIN;
  private long turn;

  PositionFile(Path path) throws IOException {
    file =
        FileChannel.open(
            path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    read(0);
    read(1);
  }

  Position position() {
    return position;
  }

  private void read(int place) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(BYTES);
    int read = file.read(buffer, (long) place * BYTES);
    buffer.flip();
    if (read < BYTES || buffer.getInt(BYTES - 4) != sum(buffer) || buffer.getLong(0) <= turn) {
      return;
    }
    long segment = buffer.getLong(8);
    long offset = buffer.getLong(16);
    if (segment >= 0 && offset >= 0) {
      turn = buffer.getLong(0);
      position = new Position(segment, offset);
    }
  }

  void write(Position now) throws IOException {
    position = now;
    turn++;
    ByteBuffer buffer = ByteBuffer.allocate(BYTES);
    buffer.putLong(turn).putLong(now.segment()).putLong(now.offset());
    buffer.putInt(sum(buffer)).flip();
    file.write(buffer, turn % 2 * BYTES);
    file.force(false);
  }

  private static int sum(ByteBuffer buffer) {
    CRC32C sum = new CRC32C();
    sum.update(buffer.duplicate().position(0).limit(BYTES - 4));
    return (int) sum.getValue();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
