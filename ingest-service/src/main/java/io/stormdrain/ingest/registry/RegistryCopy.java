package io.stormdrain.ingest.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.stormdrain.ingest.source.TokenKey;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What the registry held when it was read last, in a file of this machine, so that an instance that
 * starts while the database is away knows whose tokens are good. All of it is sealed by the key of
 * the tokens' hashes, so that a file that was torn, changed or brought from elsewhere counts for
 * nothing; it is replaced as a whole, and only its owner may read it.
 */
final class RegistryCopy {
  private static final Logger LOG = Logger.getLogger(RegistryCopy.class);
  private static final JsonMapper JSON = new JsonMapper();

  /** What else is sealed by the same key belongs to sources, whose ids have no blanks. */
  private static final String OWNER = "copy of the registry";

  private final Path file;
  private final TokenKey key;

  RegistryCopy(Path file, TokenKey key) {
    this.file = file;
    this.key = key;
  }

  /** From now on this is what it says; a disk that does not take it leaves what was there. */
  void keep(Rows rows) {
    try {
      byte[] sealed = key.seal(JSON.writeValueAsString(rows), OWNER);
      Path next = Path.of(file + ".next");
      Files.deleteIfExists(next);
      try (FileChannel channel =
          FileChannel.open(
              next,
              Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
        for (ByteBuffer bytes = ByteBuffer.wrap(sealed); bytes.hasRemaining(); ) {
          channel.write(bytes);
        }
        channel.force(true);
      }
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException | UnsupportedOperationException e) {
      LOG.warnf("copy of the registry not kept file=%s reason=\"%s\"", file, e);
    }
  }

  /** What it says; null when there is nothing that can be used. */
  @Nullable Rows read() {
    try {
      return JSON.readValue(key.open(Files.readAllBytes(file), OWNER), Rows.class);
    } catch (NoSuchFileException e) {
      return null;
    } catch (JsonProcessingException e) {
      LOG.warnf("copy of the registry unreadable file=%s", file);
      return null;
    } catch (IOException | IllegalArgumentException e) {
      LOG.warnf("copy of the registry unusable file=%s reason=\"%s\"", file, e.getMessage());
      return null;
    }
  }
}
