package io.stormdrain.ingest.door;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A path under which senders of one dialect are received. A token may follow it, or stand in it as
 * {@code :token}.
 */
record Door(String path, Dialect dialect) {
  /** Where it is: of the root, nothing that is below it is the door's. */
  List<String> paths() {
    return path.equals("/") ? List.of(path) : List.of(path, path + "/*");
  }

  /** What follows the door's own path, which has as many segments as the path asked for. */
  @Nullable String rest(String asked) {
    int at = 0;
    for (int segments = segments(); segments > 0 && at >= 0; segments--) {
      at = asked.indexOf('/', at + 1);
    }
    return at < 0 || at + 1 >= asked.length() ? null : asked.substring(at + 1);
  }

  private int segments() {
    return (int) path.chars().filter(c -> c == '/').count();
  }
}
